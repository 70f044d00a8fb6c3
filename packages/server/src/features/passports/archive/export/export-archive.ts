import { createHash } from 'node:crypto'
import type { ArchiveManifest } from '@boat/openbadges'
import { asSystem, type Ctx, requirePerson } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { refuse } from '#kit/errors.ts'
import { spend } from '#kit/rate-limit.ts'
import { streamZip, type ZipFile } from '#kit/zip.ts'
import { listCollection } from '../../collection/list-collection.ts'
import { gatherData } from './gather-data.ts'
import { nameFiles, toFileName } from './name-files.ts'
import { packBadges } from './pack-badges.ts'
import { packDocuments } from './pack-documents.ts'
import { packEndorsements } from './pack-endorsements.ts'
import { packPages } from './pack-pages.ts'
import { jsonFile, type Packed, textFile } from './packed.ts'
import { writeIndex } from './write-index.ts'
import { writeReadme } from './write-readme.ts'

export type Archive = { fileName: string; body: ReadableStream<Uint8Array<ArrayBuffer>> }

/**
 * All that is a person's, in one file that a stranger can read, another platform can take in, and `boat verify` can verify without a network. For
 * themselves; the platform asks for a guardian, whom it has looked at before.
 */
export async function exportArchive(ctx: Ctx, personId: string): Promise<Archive> {
  if (ctx.actor.kind !== 'system' && requirePerson(ctx).personId !== personId) throw refuse('not_allowed')
  await spend(ctx.db, ctx.now(), { key: `archive:${personId}`, max: 30, windowSeconds: 3600 })
  const person = await getPerson(ctx, personId)
  const fileName = `badges-${toFileName(person.givenName)}-${ctx.now().toISOString().slice(0, 10)}.zip`
  return { fileName, body: streamZip(withManifest(ctx, pack({ ...asSystem(ctx), locale: ctx.locale }, personId)), ctx.now()) }
}

async function* pack(ctx: Ctx, personId: string): AsyncGenerator<Packed> {
  const [badges, data] = [await listCollection(ctx, personId), await gatherData(ctx, personId)]
  const name = nameFiles()
  const packedBadges = yield* packBadges(ctx, badges, name)
  const pages = yield* packPages(ctx, { personId, badges: packedBadges, name })
  const endorsements = yield* packEndorsements(ctx, personId, name)
  yield* packDocuments(ctx, { badges, endorsements })
  const json = { format: 'boat-passport', version: 1, madeAt: ctx.now(), platform: { url: ctx.config.url }, ...data, badges: packedBadges, endorsements, ...pages }
  yield jsonFile('data.json', json)
  yield textFile('index.html', writeIndex(ctx, { profile: data.profile, badges: packedBadges, pages: pages.folios }))
  yield textFile(ctx.locale === 'fr' ? 'LISEZ-MOI.txt' : 'README.txt', writeReadme(ctx, data.profile))
}

async function* withManifest(ctx: Ctx, files: AsyncIterable<Packed>): AsyncGenerator<ZipFile> {
  const manifest: ArchiveManifest = { format: 'boat-archive', version: 1, madeAt: ctx.now().toISOString(), platform: { url: ctx.config.url }, badges: [], documents: [], files: {} }
  for await (const { badge, url, ...zipFile } of files) {
    const { path } = zipFile
    if (badge) manifest.badges.push({ path, ...badge })
    if (url) manifest.documents.push({ url, path })
    manifest.files[path] = createHash('sha256').update(zipFile.bytes).digest('hex')
    yield zipFile
  }
  yield jsonFile('manifest.json', manifest)
}
