// Ceremonies under the hand of whoever changes them.
import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../ceremonies.errors.ts'

/** The ceremony, for somebody who may issue in its structure: nobody else learns that there is one. */
export async function findCeremony(ctx: Ctx, ceremonyId: string) {
  const row = isUuid(ceremonyId) ? await ctx.db.selectFrom('ceremony').selectAll().where('id', '=', ceremonyId).executeTakeFirst() : undefined
  if (!row) throw refuseKit('not_found')
  await demand(ctx, 'issue', row.organization_id)
  return row
}

/** The same, locked until the transaction ends: two people who arrange it do so in turn. */
export async function lockCeremony(ctx: Ctx, ceremonyId: string) {
  const row = isUuid(ceremonyId) ? await ctx.db.selectFrom('ceremony').selectAll().where('id', '=', ceremonyId).forUpdate().executeTakeFirst() : undefined
  if (!row) throw refuseKit('not_found')
  await demand(ctx, 'issue', row.organization_id)
  return row
}

/** One that was not published yet, and so may still be rearranged. */
export async function lockOpenCeremony(ctx: Ctx, ceremonyId: string) {
  const row = await lockCeremony(ctx, ceremonyId)
  if (row.confirmed_at) throw refuse('ceremony_published')
  return row
}

/** The row of somebody in a ceremony, with the ceremony locked. */
export async function lockRecipient(ctx: Ctx, recipientId: string, lock: typeof lockCeremony = lockOpenCeremony) {
  const found = isUuid(recipientId) ? await ctx.db.selectFrom('ceremony_recipient').select('ceremony_id').where('id', '=', recipientId).executeTakeFirst() : undefined
  if (!found) throw refuseKit('not_found')
  const ceremony = await lock(ctx, found.ceremony_id)
  const recipient = await ctx.db.selectFrom('ceremony_recipient').selectAll().where('id', '=', recipientId).executeTakeFirst()
  if (!recipient) throw refuseKit('not_found')
  return { ceremony, recipient }
}

export type Placed = { id: string; class_name: string; position: number }

export const listPlaces = (ctx: Ctx, ceremonyId: string): Promise<Placed[]> =>
  ctx.db.selectFrom('ceremony_recipient').select(['id', 'class_name', 'position']).where('ceremony_id', '=', ceremonyId).orderBy('position').orderBy('id').execute()

/** Numbers them in this order. */
export async function savePlaces(ctx: Ctx, ordered: readonly Pick<Placed, 'id'>[]): Promise<void> {
  if (ordered.length === 0) return
  await sql`update ceremony_recipient set position = placed.position
    from unnest(${ordered.map(({ id }) => id)}::uuid[], ${ordered.map((_, index) => index + 1)}::int[]) as placed (id, position)
    where ceremony_recipient.id = placed.id and ceremony_recipient.position <> placed.position`.execute(ctx.db)
}
