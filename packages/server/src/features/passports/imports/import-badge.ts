import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { choosePicture, drawThumbnail, summarizeCredential, type VerifiedDocument, verifyDocument } from '#features/verification/index.ts'
import { spend } from '#kit/rate-limit.ts'
import { refuse } from '../passports.errors.ts'
import { findWhose } from './find-whose.ts'
import { nextCheck } from './next-check.ts'

export type ImportInput = { fileName: string; bytes: Uint8Array } | { address: string }
/** `kept`: it was there already, in this form or another one. */
export type Imported = { importedId: string; kept: boolean } | { credentialId: string; kept: true }

/**
 * Brings a badge of any platform into the passport, byte for byte, with what was found of it today. One that does not verify is kept too, and says so;
 * what is no badge is refused. A badge that was issued here and is held already is only pointed at.
 */
export async function importBadge(ctx: Ctx, input: ImportInput): Promise<Imported> {
  const { personId } = requirePerson(ctx)
  await spend(ctx.db, ctx.now(), { key: `import:${personId}`, max: 300, windowSeconds: 3600 })
  const verified = await verifyDocument(ctx, { document: 'address' in input ? input.address : input.bytes })
  const { credential, file, origin } = verified
  if (!file) throw refuse('nothing_answered')
  if (!credential) throw refuse('unreadable_badge', { reason: verified.checks.find(({ code }) => code)?.code })
  if (origin?.kind === 'genuine') {
    const { credentialId } = origin
    const own = await ctx.db.selectFrom('credential').select('id').where('id', '=', credentialId).where('person_id', '=', personId).executeTakeFirst()
    if (own) return { credentialId, kept: true }
  }
  const recipient = await findWhose(ctx, personId, verified)
  const summary = summarizeCredential(verified)
  const picture = await readPicture(ctx, verified, summary?.image ?? '')
  return transaction(ctx, async (ctx) => {
    const now = ctx.now()
    const row = {
      person_id: personId,
      file_name: 'address' in input ? nameOf(verified.address ?? input.address, file.bytes) : input.fileName.slice(-200),
      media_type: mediaTypeOf(file.bytes),
      bytes: Buffer.from(file.bytes),
      digest: createHash('sha256').update(file.bytes).digest(),
      address: verified.address,
      issuer_id: idOf(credential.issuer) ?? idOf((credential.badge as { issuer?: unknown } | undefined)?.issuer),
      credential_id: idOf(credential),
      version: verified.version,
      document: JSON.stringify(credential),
      summary: JSON.stringify({ ...summary, image: undefined }),
      picture,
      recipient,
      imported_at: now,
      outcome: verified.outcome,
      checks: JSON.stringify(verified.checks),
      verified_at: now,
      due_at: nextCheck(now, verified.outcome),
    }
    await lockImports(ctx, personId)
    const same = await findSame(ctx, row)
    if (same && !isBetter(row, same)) return { importedId: same.id, kept: true }
    const importedId = same?.id ?? ctx.newId()
    if (same) await ctx.db.updateTable('imported_badge').set(row).where('id', '=', importedId).execute()
    else
      await ctx.db
        .insertInto('imported_badge')
        .values({ id: importedId, ...row })
        .execute()
    return { importedId, kept: false }
  })
}

const lockImports = (ctx: Ctx, personId: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`imports:${personId}`}, 0))`.execute(ctx.db)

type Same = { person_id: string; digest: Buffer; issuer_id: string | null; credential_id: string | null }

/** The same bytes, or the same badge in another form. @see https://www.imsglobal.org/spec/ob/v3p0/#upsertcredential */
const findSame = (ctx: Ctx, { person_id, digest, issuer_id, credential_id }: Same) =>
  ctx.db
    .selectFrom('imported_badge')
    .select(['id', 'outcome'])
    .where('person_id', '=', person_id)
    .where((where) => where.or([where('digest', '=', digest), ...(issuer_id && credential_id ? [where.and({ issuer_id, credential_id })] : [])]))
    .executeTakeFirst()

/** A damaged copy gives way to a good one, never the other way round. */
const isBetter = (one: { outcome: string }, other: { outcome: string }): boolean => RANK.indexOf(one.outcome) > RANK.indexOf(other.outcome)
const RANK = ['not-verified', 'undetermined', 'verified']

async function readPicture(ctx: Ctx, { file }: VerifiedDocument, image: string): Promise<Buffer | null> {
  const picture = await choosePicture(image, { platformUrl: ctx.config.url, file: file?.bytes, draw: drawThumbnail })
  if (picture && picture.kind !== 'ours') return Buffer.from(picture.source.slice(picture.source.indexOf(',') + 1), 'base64')
  // A picture that is only an address is kept as well: its server may be gone tomorrow.
  const fetched = /^https?:\/\//.test(image) ? await ctx.fetch(image, { accept: 'image/png, image/svg+xml;q=0.5' }).catch(() => undefined) : undefined
  const drawn = (fetched?.status === 200 && (await drawThumbnail(fetched.body))) || (file && mediaTypeOf(file.bytes) === 'image/svg+xml' && (await drawThumbnail(file.bytes)))
  return drawn ? Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64') : null
}

const idOf = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' && id.length <= 2000 ? id : null
}

const SIGNATURES: [mediaType: string, extension: string, test: (head: string) => boolean][] = [
  ['image/png', 'png', (head) => head.startsWith('\x89PNG')],
  ['image/svg+xml', 'svg', (head) => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!doctype[^>]*>\s*)*<svg/i.test(head)],
  ['application/jwt', 'jwt', (head) => /^\s*eyJ[\w-]+\./.test(head)],
]

/** What the bytes are, whatever they were called. */
export const mediaTypeOf = (bytes: Uint8Array): string => kindOf(bytes)?.[0] ?? 'application/json'

const kindOf = (bytes: Uint8Array) => {
  const head = Buffer.from(bytes.subarray(0, 2000)).toString('latin1')
  return SIGNATURES.find(([, , test]) => test(head))
}

function nameOf(address: string, bytes: Uint8Array): string {
  const extension = kindOf(bytes)?.[1] ?? 'json'
  const last = URL.canParse(address) ? decodeURIComponent(new URL(address).pathname.split('/').filter(Boolean).at(-1) ?? '') : ''
  const name = last.replace(/[^\p{L}\p{N}._-]/gu, '-').slice(0, 80) || 'badge'
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`
}
