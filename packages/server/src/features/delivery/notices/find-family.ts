import type { Ctx } from '#ctx'
import { isProtected } from '#features/credentials/index.ts'

export type Family = { givenName: string; guardianIds: string[] }

/** Who follows a pupil below fifteen: from that birthday on, what happens is for the pupil to tell. */
export async function findFamily(ctx: Ctx, childId: string): Promise<Family | undefined> {
  const rows = await ctx.db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'child_id')
    .select(['guardian_id', 'given_name'])
    .where('child_id', '=', childId)
    .where('ended_at', 'is', null)
    .where('closed_at', 'is', null)
    .execute()
  if (!rows[0] || !(await isProtected(ctx, childId))) return undefined
  return { givenName: rows[0].given_name, guardianIds: rows.map(({ guardian_id }) => guardian_id) }
}
