import { type Ctx, transaction } from '#ctx'
import { verifyDocument } from '#features/verification/index.ts'
import { refuse } from '#kit/errors.ts'
import { importChanged } from '../passports.facts.ts'
import { findWhose } from './find-whose.ts'
import { nextCheck } from './next-check.ts'

/** At most so many in one run: the next run goes on. */
const MOST = 500
/** A server may be down for a while; after that its people should know. */
const GONE_MS = 14 * 24 * 3600_000

/** Asks again of imported badges whether they still hold: withdrawn, expired, issuer gone. The badge is kept whatever is found, and its holder told once. */
export async function recheckImports(ctx: Ctx): Promise<void> {
  const due = await ctx.db.selectFrom('imported_badge').select('id').where('due_at', '<=', ctx.now()).orderBy('due_at').limit(MOST).execute()
  for (const { id } of due) await recheckImport(ctx, id)
}

/** For the platform, and for the holder who asks now. */
export async function recheckImport(ctx: Ctx, importedId: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('imported_badge')
    .select(['person_id', 'bytes', 'outcome', 'verified_at', 'unreachable_since'])
    .where('id', '=', importedId)
    .executeTakeFirst()
  if (!row || (ctx.actor.kind !== 'system' && (ctx.actor.kind !== 'person' || ctx.actor.personId !== row.person_id))) throw refuse('not_found')
  const { outcome, checks, credential, version } = await verifyDocument(ctx, { document: new Uint8Array(row.bytes) })
  const isSilent = outcome === 'undetermined' && row.outcome !== 'undetermined'
  const now = ctx.now()
  const since = isSilent ? (row.unreachable_since ?? now) : null
  const gone = since && new Date(since.getTime() + GONE_MS)
  const isNews = gone ? row.verified_at < gone && gone <= now : !isSilent && outcome !== row.outcome
  const found = isSilent ? {} : { outcome, checks: JSON.stringify(checks), ...(credential && { recipient: await findWhose(ctx, row.person_id, { credential, version }) }) }
  await transaction(ctx, async (ctx) => {
    const seen = { ...found, verified_at: now, unreachable_since: since, due_at: nextCheck(now, outcome) }
    const { numUpdatedRows } = await ctx.db.updateTable('imported_badge').set(seen).where('id', '=', importedId).where('verified_at', '=', row.verified_at).executeTakeFirst()
    if (isNews && numUpdatedRows > 0n) await ctx.jobs.announce(importChanged, { importedId })
  })
}
