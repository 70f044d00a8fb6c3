import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { findFamily } from './find-family.ts'
import { tell } from './tell.ts'

type Fact = { departureId: string }

/** To those who look after people at the former school: a passport is asked for. */
export async function tellOfRequest(ctx: Ctx, { departureId }: Fact): Promise<void> {
  const row = await findDeparture(ctx, departureId)
  if (!row?.requested_at || row.moved_at || row.declined_at) return
  const managers = await ctx.db
    .selectFrom('membership')
    .select('person_id')
    .where('organization_id', '=', row.organization_id)
    .where('left_at', 'is', null)
    .where('is_pupil', '=', false)
    .where(sql<boolean>`roles && array['owner', 'admin']`)
    .execute()
  await tell(ctx, {
    personIds: managers.map(({ person_id }) => person_id),
    kind: 'departure-requested',
    words: { organization: row.arrival_name ?? '' },
    path: `/organizations/${row.slug}/departures`,
    // Somebody may take the request back, and ask again.
    key: `departure-requested:${departureId}:${row.requested_at.toISOString()}`,
    untilSeen: true,
  })
}

/** To whoever asked, to the pupil, and to the family of one below fifteen: the passport has arrived. */
export async function tellOfMove(ctx: Ctx, { departureId }: Fact): Promise<void> {
  const row = await findDeparture(ctx, departureId)
  if (!row?.moved_at || !row.arrival_slug) return
  const words = { organization: row.arrival_name ?? '', former: row.name }
  if (row.requested_by)
    await tell(ctx, {
      personIds: [row.requested_by],
      kind: 'departure-confirmed',
      words,
      path: `/organizations/${row.arrival_slug}/arrivals`,
      key: `departure-confirmed:${departureId}`,
      untilSeen: true,
    })
  await tell(ctx, { personIds: [row.person_id], kind: 'passport-moved', words, path: '/me/badges', key: `passport-moved:${departureId}` })
  const family = await findFamily(ctx, row.person_id)
  if (!family) return
  await tell(ctx, {
    personIds: family.guardianIds,
    kind: 'child-passport-moved',
    words: { ...words, child: family.givenName },
    path: `/me/children/${row.person_id}`,
    key: `passport-moved:${departureId}`,
  })
}

/** To whoever asked: the former school said no, and their page says why. */
export async function tellOfDecline(ctx: Ctx, { departureId }: Fact): Promise<void> {
  const row = await findDeparture(ctx, departureId)
  if (!row?.declined_at || !row.requested_by) return
  await tell(ctx, {
    personIds: [row.requested_by],
    kind: 'departure-declined',
    words: { former: row.name },
    path: `/organizations/${row.arrival_slug}/arrivals`,
    key: `departure-declined:${departureId}`,
  })
}

const findDeparture = (ctx: Ctx, departureId: string) =>
  ctx.db
    .selectFrom('departure')
    .innerJoin('organization', 'organization.id', 'departure.organization_id')
    .leftJoin('organization as arrival', 'arrival.id', 'departure.arrival_id')
    .selectAll('departure')
    .select(['organization.slug', 'organization.name', 'arrival.slug as arrival_slug', 'arrival.name as arrival_name'])
    .where('departure.id', '=', departureId)
    .executeTakeFirst()
