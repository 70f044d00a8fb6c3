import { sql } from 'kysely'
import type { Ctx } from '#ctx'

/** The few words about the signed-in person that every page shows. */
export async function findShellPerson(ctx: Ctx) {
  if (ctx.actor.kind !== 'person') return undefined
  const { personId, sessionId } = ctx.actor
  const row = await ctx.db
    .selectFrom('person')
    .select(['id', 'given_name', 'family_name', 'color_scheme', 'is_network_admin'])
    .select(sql<boolean>`exists (select from session where session.id::text = ${sessionId} and is_shared)`.as('is_on_shared_device'))
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    colorScheme: row.color_scheme as 'auto' | 'light' | 'dark',
    isNetworkAdmin: row.is_network_admin,
    isOnSharedDevice: row.is_on_shared_device,
  }
}
