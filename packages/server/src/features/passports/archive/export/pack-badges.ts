import { bake } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { readImageAsPng } from '#features/achievements/index.ts'
import { getCredential } from '#features/credentials/index.ts'
import type { CollectedBadge } from '../../collection/list-collection.ts'
import { extensionOf, type NameFile, withoutExtension } from './name-files.ts'
import type { Packed } from './packed.ts'

/** A badge as data.json has it: where its file is, and what its holder put beside it. */
export type PackedBadge = {
  id: string
  kind: 'received' | 'imported'
  file: string
  picture: string | null
  name: string
  issuer: string
  receivedAt: Date | null
  validUntil: Date | null
  state: CollectedBadge['state']
  response: CollectedBadge['response']
  isShared: boolean
  sentence: string
  tags: string[]
  /** Of an imported one: how its file was called, and where it was found. */
  fileName: string | null
  address: string | null
  importedAt: Date | null
}

/** Each badge as its issuer signed it, to the byte; those of this platform inside their picture as well, so that any other takes them in. */
export async function* packBadges(ctx: Ctx, badges: readonly CollectedBadge[], name: NameFile): AsyncGenerator<Packed, PackedBadge[]> {
  const packed: PackedBadge[] = []
  for (const badge of badges) packed.push(yield* badge.held ? packReceived(ctx, badge, name) : packImported(ctx, badge, name))
  return packed
}

async function* packReceived(ctx: Ctx, badge: CollectedBadge, name: NameFile): AsyncGenerator<Packed, PackedBadge> {
  const { document } = await getCredential(ctx, badge.badgeId)
  const path = name('credentials', badge.name, 'json')
  yield { path, bytes: Buffer.from(document!), badge: { kind: 'received', name: badge.name } }
  const picture = name('credentials', badge.name, 'png')
  const { bytes } = await readImageAsPng(ctx, badge.held!.imageId, 512)
  yield { path: picture, bytes: bake(bytes, document!) }
  return present(badge, path, picture)
}

async function* packImported(ctx: Ctx, badge: CollectedBadge, name: NameFile): AsyncGenerator<Packed, PackedBadge> {
  const { fileName, mediaType, importedId } = badge.imported!
  const row = await ctx.db.selectFrom('imported_badge').select(['bytes', 'picture']).where('id', '=', importedId).executeTakeFirstOrThrow()
  const path = name('imported', withoutExtension(fileName), extensionOf(mediaType))
  yield { path, bytes: row.bytes, badge: { kind: 'imported', name: badge.name } }
  if (!row.picture) return present(badge, path, null)
  const picture = name('images', withoutExtension(fileName), 'png')
  yield { path: picture, bytes: row.picture }
  return present(badge, path, picture)
}

const present = (badge: CollectedBadge, file: string, picture: string | null): PackedBadge => ({
  id: badge.badgeId,
  kind: badge.kind,
  file,
  picture,
  name: badge.name,
  issuer: badge.issuerName,
  receivedAt: badge.receivedAt,
  validUntil: badge.validUntil,
  state: badge.state,
  response: badge.response,
  isShared: badge.isShared,
  sentence: badge.sentence,
  tags: badge.tags,
  fileName: badge.imported?.fileName ?? null,
  address: badge.imported?.address ?? null,
  importedAt: badge.imported?.importedAt ?? null,
})
