import { type Ctx, requirePerson, transaction } from '#ctx'
import { lockSharing, readSharing } from '#features/credentials/index.ts'
import { listMyOrganizations } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { type CollectedBadge, findCollected } from '../../collection/list-collection.ts'
import { refuse } from '../../passports.errors.ts'

type Where = { badgeId: string; organizationId: string }

/** A structure sees this badge of one of its members from now on, because they want it to. Nobody else can say so for them. */
export async function showBadge(ctx: Ctx, { badgeId, organizationId }: Where): Promise<void> {
  await asMember(ctx, organizationId, async (ctx, personId) => {
    const [badge] = await findCollected(ctx, personId, [badgeId])
    if (!badge) throw refuseKit('not_found')
    if (badge.held?.organization.id === organizationId) throw refuse('structure_gave_it')
    if (!isShowable(badge, organizationId)) throw refuse('badge_not_showable')
    await insertShown(ctx, personId, organizationId, [badgeId])
  })
}

/** It is gone from the structure's page at once; asked twice, it is gone once. */
export async function hideBadge(ctx: Ctx, { badgeId, organizationId }: Where): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(badgeId) || !isUuid(organizationId)) throw refuseKit('not_found')
  await ctx.db.deleteFrom('badge_shown').where('person_id', '=', personId).where('organization_id', '=', organizationId).where('badge_id', '=', badgeId).execute()
}

/** All at once, whatever was shown. */
export async function hideAll(ctx: Ctx, organizationId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(organizationId)) throw refuseKit('not_found')
  await ctx.db.deleteFrom('badge_shown').where('person_id', '=', personId).where('organization_id', '=', organizationId).execute()
}

/** What stands ticked is shown, what does not is not. */
export async function chooseShown(ctx: Ctx, { organizationId, badgeIds }: { organizationId: string; badgeIds: readonly string[] }): Promise<void> {
  await asMember(ctx, organizationId, async (ctx, personId) => {
    const theirs = await findCollected(ctx, personId, badgeIds)
    const showable = new Set(theirs.filter((badge) => isShowable(badge, organizationId)).map(({ badgeId }) => badgeId))
    if (badgeIds.some((badgeId) => !showable.has(badgeId))) throw refuseKit('not_found')
    const left = ctx.db.deleteFrom('badge_shown').where('person_id', '=', personId).where('organization_id', '=', organizationId)
    await left.$if(badgeIds.length > 0, (query) => query.where('badge_id', 'not in', [...badgeIds])).execute()
    await insertShown(ctx, personId, organizationId, badgeIds)
  })
}

/** Accepted, and holding; what the structure gave itself it knows anyway. */
export const isShowable = ({ response, state, held }: CollectedBadge, organizationId: string): boolean =>
  response === 'accepted' && state !== 'revoked' && state !== 'invalid' && held?.organization.id !== organizationId

type Choice = (ctx: Ctx, personId: string) => Promise<void>

async function asMember(ctx: Ctx, organizationId: string, choose: Choice): Promise<void> {
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    await lockSharing(ctx, personId)
    if (!(await listMyOrganizations(ctx)).some(({ id }) => id === organizationId)) throw refuseKit('not_found')
    if ((await readSharing(ctx, personId)).isProtected) throw refuse('circle_from_fifteen')
    await choose(ctx, personId)
  })
}

async function insertShown(ctx: Ctx, personId: string, organizationId: string, badgeIds: readonly string[]): Promise<void> {
  if (badgeIds.length === 0) return
  await ctx.db
    .insertInto('badge_shown')
    .values([...new Set(badgeIds)].map((badgeId) => ({ person_id: personId, badge_id: badgeId, organization_id: organizationId, shown_at: ctx.now() })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
