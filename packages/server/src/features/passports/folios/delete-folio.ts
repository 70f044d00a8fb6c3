import { type Ctx, requirePerson } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'

/** Its files and the addresses that showed it go with it. */
export async function deleteFolio(ctx: Ctx, folioId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(folioId)) throw refuse('not_found')
  const { numDeletedRows } = await ctx.db.deleteFrom('folio').where('id', '=', folioId).where('person_id', '=', personId).executeTakeFirst()
  if (numDeletedRows === 0n) throw refuse('not_found')
}
