import type { Ctx } from '#ctx'
import { tell } from './tell.ts'

/** To whoever brought a badge from elsewhere: it no longer holds, it holds again, or its issuer has been gone for a while. */
export async function tellOfImport(ctx: Ctx, { importedId }: { importedId: string }): Promise<void> {
  const row = await ctx.db
    .selectFrom('imported_badge')
    .select(['person_id', 'outcome', 'verified_at', 'unreachable_since', 'summary'])
    .where('id', '=', importedId)
    .executeTakeFirst()
  if (!row) return
  const kind = row.unreachable_since ? 'import-unreachable' : row.outcome === 'verified' ? 'import-verified' : 'import-not-verified'
  const badge = (row.summary as { name: string | null }).name ?? ''
  await tell(ctx, { personIds: [row.person_id], kind, words: { badge }, path: `/me/imports/${importedId}`, key: `${kind}:${importedId}:${row.verified_at.toISOString()}` })
}
