import { type Ctx, requirePerson } from '#ctx'
import { may } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { getNomination, type NominationDetails } from './get-nomination.ts'

/** A dossier by its id alone: as those who decide see it if one does, else as the nominee does. */
export async function findNomination(ctx: Ctx, nominationId: string): Promise<NominationDetails> {
  requirePerson(ctx)
  const row = isUuid(nominationId) ? await ctx.db.selectFrom('nomination').select('organization_id').where('id', '=', nominationId).executeTakeFirst() : undefined
  if (!row) throw refuse('not_found')
  const organizationId = row.organization_id
  return getNomination(ctx, (await may(ctx, 'issue', organizationId)) ? { nominationId, organizationId } : { nominationId })
}
