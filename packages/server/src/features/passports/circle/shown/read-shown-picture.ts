import type { Ctx } from '#ctx'
import { enterOrganization } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { findProtected } from '../find-protected.ts'

/** The picture of an imported badge, for the structure that it is shown to, as long as it is. */
export async function readShownPicture(ctx: Ctx, { slug, importedId }: { slug: string; importedId: string }): Promise<Buffer> {
  const { organization } = await enterOrganization(ctx, slug, 'issue')
  const row = isUuid(importedId)
    ? await ctx.db
        .selectFrom('badge_shown')
        .innerJoin('imported_badge', (join) => join.onRef('imported_badge.id', '=', 'badge_id').onRef('imported_badge.person_id', '=', 'badge_shown.person_id'))
        .innerJoin('membership', (join) => join.onRef('membership.person_id', '=', 'badge_shown.person_id').on('membership.organization_id', '=', organization.id))
        .select(['picture', 'badge_shown.person_id'])
        .where('badge_id', '=', importedId)
        .where('badge_shown.organization_id', '=', organization.id)
        .where('left_at', 'is', null)
        .executeTakeFirst()
    : undefined
  if (!row?.picture || (await findProtected(ctx, [row.person_id])).size > 0) throw refuse('not_found')
  return row.picture
}
