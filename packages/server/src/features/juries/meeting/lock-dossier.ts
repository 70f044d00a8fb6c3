import type { Ctx } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../juries.errors.ts'
import { holdJury } from '../take-seat.ts'

/** A dossier on the table of a séance that is open, for the length of a transaction. */
export async function lockDossier(ctx: Ctx, juryId: string, dossierId: string) {
  const jury = await holdJury(ctx, juryId)
  if (jury.state === 'preparing') throw refuse('jury_not_open')
  const dossier = isUuid(dossierId)
    ? await ctx.db.selectFrom('jury_dossier').selectAll().where('id', '=', dossierId).where('jury_id', '=', juryId).forUpdate().executeTakeFirst()
    : undefined
  if (!dossier) throw refuseKit('not_found')
  return dossier
}
