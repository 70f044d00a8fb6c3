import { type Ctx, requirePerson } from '#ctx'
import { readSharing } from '#features/credentials/index.ts'
import { listMyOrganizations } from '#features/organizations/index.ts'
import { type CollectedBadge, findCollected, listCollection } from '../../collection/list-collection.ts'
import { isShowable } from './show-badge.ts'

export type OwnStructure = {
  organizationId: string
  slug: string
  name: string
  /** What it gave, it knows. */
  given: CollectedBadge[]
  /** What else it may be shown. */
  choice: CollectedBadge[]
  shownIds: Set<string>
}

/** What each of their structures sees of somebody’s badges, or of those that are named. For themselves only. */
export async function readStructures(ctx: Ctx, badgeIds?: readonly string[]): Promise<{ isProtected: boolean; structures: OwnStructure[] }> {
  const { personId } = requirePerson(ctx)
  const [organizations, badges, shown, { isProtected }] = await Promise.all([
    listMyOrganizations(ctx),
    badgeIds ? findCollected(ctx, personId, badgeIds) : listCollection(ctx, personId),
    ctx.db.selectFrom('badge_shown').select(['badge_id', 'organization_id']).where('person_id', '=', personId).execute(),
    readSharing(ctx, personId),
  ])
  const structures = organizations.map(({ id, slug, name }) => {
    const choice = isProtected ? [] : badges.filter((badge) => isShowable(badge, id))
    const ids = new Set(choice.map(({ badgeId }) => badgeId))
    return {
      organizationId: id,
      slug,
      name,
      given: badges.filter(({ held, state }) => held?.organization.id === id && state !== 'revoked'),
      choice,
      shownIds: new Set(shown.filter(({ organization_id, badge_id }) => organization_id === id && ids.has(badge_id)).map(({ badge_id }) => badge_id)),
    }
  })
  return { isProtected, structures }
}
