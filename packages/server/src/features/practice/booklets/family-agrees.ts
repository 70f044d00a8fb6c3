import { sql } from 'kysely'
import type { Ctx } from '#ctx'

/** What the family said about booklets: one yes, and no no. Whether it is theirs to say, the caller asks. */
export async function familyAgrees(ctx: Ctx, childId: string): Promise<boolean> {
  const { rows } = await sql<{ agrees: boolean }>`select family_allows(${childId}, 'booklet') as agrees`.execute(ctx.db)
  return rows[0]!.agrees
}
