// A booklet that follows the pupil: below fifteen when the family agrees, from fifteen on by their own word, school by school.
import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { isProtected, lockSharing } from '#features/credentials/index.ts'
import { recordAct } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from '../practice.errors.ts'
import { ShareInput } from './booklets.schema.ts'
import { familyAgrees } from './family-agrees.ts'
import { getOwnBooklet } from './own-booklets.ts'

export type ShareChoice = { organizationId: string; name: string; openedAt: Date | null }
/** Who decides, and what holds: for a child the family, and the schools where it is a pupil; otherwise each structure by one switch. */
export type Sharing = { decider: 'family'; isAgreed: boolean; names: string[] } | { decider: 'self'; choices: ShareChoice[] }

/** For the pupil's page: the other structures of theirs. None, and there is nobody to show it to. */
export async function readOwnSharing(ctx: Ctx, { programmeId, organizationId }: { programmeId: string; organizationId: string }): Promise<Sharing> {
  const { personId } = requirePerson(ctx)
  const structures = await listOthers(ctx, { personId, organizationId, programmeId })
  if (!(await isProtected(ctx, personId))) return { decider: 'self', choices: structures.map(({ isPupil: _, ...choice }) => choice) }
  return { decider: 'family', isAgreed: await familyAgrees(ctx, personId), names: structures.filter(({ isPupil }) => isPupil).map(({ name }) => name) }
}

async function listOthers(ctx: Ctx, { personId, organizationId, programmeId }: { personId: string; organizationId: string; programmeId: string }) {
  return ctx.db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .leftJoin('booklet_share as share', (join) =>
      join
        .onRef('share.organization_id', '=', 'organization.id')
        .onRef('share.person_id', '=', 'membership.person_id')
        .on('share.programme_id', '=', programmeId)
        .on('share.closed_at', 'is', null),
    )
    .select(['organization.id as organizationId', 'organization.name', 'share.opened_at as openedAt', 'membership.is_pupil as isPupil'])
    .where('membership.person_id', '=', personId)
    .where('membership.left_at', 'is', null)
    .where('organization.id', '<>', organizationId)
    .where('organization.archived_at', 'is', null)
    .orderBy('organization.name')
    .execute()
}

/** Open or closed from this moment. Said twice it is one word. */
export async function shareBooklet(ctx: Ctx, input: z.input<typeof ShareInput>): Promise<void> {
  const { programmeId, organizationId, isOpen } = ShareInput.parse(input)
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    await lockSharing(ctx, personId)
    const { programme } = await getOwnBooklet(ctx, programmeId)
    const choices = await listOthers(ctx, { personId, organizationId: programme.organizationId, programmeId })
    const choice = choices.find((other) => other.organizationId === organizationId)
    if (!choice) throw refuseKit('not_found')
    if (isOpen && (await isProtected(ctx, personId))) throw refuse('family_decides')
    if ((choice.openedAt !== null) === isOpen) return
    const row = { programme_id: programmeId, person_id: personId, organization_id: organizationId, opened_at: ctx.now(), closed_at: null }
    if (isOpen)
      await ctx.db
        .insertInto('booklet_share')
        .values(row)
        .onConflict((conflict) => conflict.columns(['programme_id', 'person_id', 'organization_id']).doUpdateSet({ opened_at: ctx.now(), closed_at: null }))
        .execute()
    else
      await ctx.db
        .updateTable('booklet_share')
        .set({ closed_at: ctx.now() })
        .where('programme_id', '=', programmeId)
        .where('person_id', '=', personId)
        .where('organization_id', '=', organizationId)
        .execute()
    await recordAct(ctx, { organizationId, act: isOpen ? 'booklet.shown' : 'booklet.hidden', subject: { programmeId, personId } })
  })
}
