import type { Check, JsonObject, JsonValue, OpenBadgesVersion, VerificationReport } from '@boat/openbadges'
import { type Ctx, requirePerson, transaction } from '#ctx'
import type { Summary } from '#features/verification/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import type { Recipient } from './find-whose.ts'

/** `revoked` and `expired` are said as such; `invalid` is all else that does not verify; `unknown` could not be asked yet. */
export type ImportState = 'valid' | 'expired' | 'revoked' | 'invalid' | 'unknown'
export type ImportedBadge = {
  importedId: string
  fileName: string
  mediaType: string
  address: string | null
  version: OpenBadgesVersion
  summary: Omit<Summary, 'image'>
  /** What it is aligned with, and its keywords, as its version words them. */
  alignments: JsonValue[]
  keywords: JsonValue[]
  hasPicture: boolean
  recipient: Recipient
  state: ImportState
  checks: Check[]
  importedAt: Date
  verifiedAt: Date
  unreachableSince: Date | null
}
/** With the credential as it was found on the day of the import, of whatever version. Its pictures may be inside: only for one that is looked at. */
export type ImportedDocument = Pick<ImportedBadge, 'version'> & { document: JsonObject }

const COLUMNS = [
  'id',
  'file_name',
  'media_type',
  'address',
  'version',
  'summary',
  'alignments',
  'keywords',
  'recipient',
  'outcome',
  'checks',
  'imported_at',
  'verified_at',
  'unreachable_since',
] as const

/** What somebody brought from elsewhere, the newest first; or those of it that are named. For themselves only. */
export async function listImports(ctx: Ctx, personId = requirePerson(ctx).personId, importedIds?: readonly string[]): Promise<ImportedBadge[]> {
  if (ctx.actor.kind !== 'system' && requirePerson(ctx).personId !== personId) throw refuse('not_allowed')
  const rows = await ctx.db
    .selectFrom('imported_badge')
    .select(COLUMNS)
    .select((eb) => eb('picture', 'is not', null).as('has_picture'))
    .where('person_id', '=', personId)
    .$if(importedIds !== undefined, (query) => query.where('id', 'in', [...importedIds!]))
    .orderBy('imported_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    importedId: row.id,
    fileName: row.file_name,
    mediaType: row.media_type,
    address: row.address,
    version: row.version as OpenBadgesVersion,
    summary: row.summary as ImportedBadge['summary'],
    alignments: row.alignments as JsonValue[],
    keywords: row.keywords as JsonValue[],
    hasPicture: Boolean(row.has_picture),
    recipient: row.recipient as Recipient,
    state: stateOf(row.outcome as VerificationReport['outcome'], row.checks as Check[]),
    checks: row.checks as Check[],
    importedAt: row.imported_at,
    verifiedAt: row.verified_at,
    unreachableSince: row.unreachable_since,
  }))
}

export async function getImport(ctx: Ctx, importedId: string): Promise<ImportedBadge> {
  const [found] = isUuid(importedId) ? await listImports(ctx, requirePerson(ctx).personId, [importedId]) : []
  if (!found) throw refuse('not_found')
  return found
}

/** Whoever asks has shown that they may read the badge; this looks at nobody. */
export async function readDocument(ctx: Ctx, importedId: string): Promise<ImportedDocument> {
  const row = await ctx.db.selectFrom('imported_badge').select(['document', 'version']).where('id', '=', importedId).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return { document: row.document as JsonObject, version: row.version as OpenBadgesVersion }
}

export function stateOf(outcome: VerificationReport['outcome'], checks: readonly Check[]): ImportState {
  const codes = checks.filter((check) => check.outcome === 'failed').map(({ code }) => code)
  if (codes.some((code) => code === 'revoked' || code === 'suspended' || code === 'gone')) return 'revoked'
  if (codes.length > 0 && codes.every((code) => code === 'expired')) return 'expired'
  if (outcome === 'not-verified') return 'invalid'
  return outcome === 'verified' ? 'valid' : 'unknown'
}

/** The very bytes that were brought, or the picture that was drawn of them. */
export async function readImportedFile(ctx: Ctx, importedId: string): Promise<{ bytes: Buffer; mediaType: string; fileName: string; picture: Buffer | null }> {
  const { personId } = requirePerson(ctx)
  const row = isUuid(importedId)
    ? await ctx.db
        .selectFrom('imported_badge')
        .select(['bytes', 'media_type', 'file_name', 'picture'])
        .where('id', '=', importedId)
        .where('person_id', '=', personId)
        .executeTakeFirst()
    : undefined
  if (!row) throw refuse('not_found')
  return { bytes: row.bytes, mediaType: row.media_type, fileName: row.file_name, picture: row.picture }
}

/** Takes an imported badge out of the passport, with what was written beside it. Its file stays with whoever has it. */
export async function removeImport(ctx: Ctx, importedId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(importedId)) throw refuse('not_found')
  await transaction(ctx, async (ctx) => {
    const { numDeletedRows } = await ctx.db.deleteFrom('imported_badge').where('id', '=', importedId).where('person_id', '=', personId).executeTakeFirst()
    if (numDeletedRows === 0n) throw refuse('not_found')
    await ctx.db.deleteFrom('badge_note').where('person_id', '=', personId).where('badge_id', '=', importedId).execute()
  })
}
