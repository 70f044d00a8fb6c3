import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { tell } from './tell.ts'

type Told = { ceremonyId: string }

/** To those who may publish: the day has passed, and everybody still waits. */
export const tellOfForgottenCeremony = (ctx: Ctx, { ceremonyId }: Told): Promise<void> => tellIssuers(ctx, ceremonyId, 'ceremony-forgotten')

/** To the same: all was tried, and their page says what became of each. */
export const tellOfPublishedCeremony = (ctx: Ctx, { ceremonyId }: Told): Promise<void> => tellIssuers(ctx, ceremonyId, 'ceremony-published')

async function tellIssuers(ctx: Ctx, ceremonyId: string, kind: 'ceremony-forgotten' | 'ceremony-published'): Promise<void> {
  const ceremony = await ctx.db
    .selectFrom('ceremony')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select(['organization_id', 'title', 'slug', 'name', 'published_at', 'confirmed_at'])
    .where('ceremony.id', '=', ceremonyId)
    .executeTakeFirst()
  if (!ceremony || (kind === 'ceremony-forgotten' && ceremony.confirmed_at)) return
  const issuers = await ctx.db
    .selectFrom('membership')
    .select('person_id')
    .where('organization_id', '=', ceremony.organization_id)
    .where('left_at', 'is', null)
    .where('is_pupil', '=', false)
    .where(sql<boolean>`roles && array['owner', 'admin', 'issuer']`)
    .execute()
  await tell(ctx, {
    personIds: issuers.map(({ person_id }) => person_id),
    kind,
    words: { title: ceremony.title, organization: ceremony.name },
    path: `/organizations/${ceremony.slug}/ceremonies/${ceremonyId}/publish`,
    key: `${kind}:${ceremonyId}:${ceremony.published_at?.toISOString() ?? ''}`,
  })
}
