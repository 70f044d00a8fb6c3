import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { hashToken } from '#kit/secrets.ts'

/** Whether an address may be asked by mail: nobody stopped it, and no child nor pupil of ours reads there. */
export async function isAddressAskable(ctx: Ctx, address: string): Promise<boolean> {
  return !(await isStopped(ctx, address)) && !(await isOfAMinor(ctx, address))
}

export async function isStopped(ctx: Ctx, address: string): Promise<boolean> {
  return (await ctx.db.selectFrom('endorsement_stop').select('stopped_at').where('address_hash', '=', hashOf(ctx, address)).executeTakeFirst()) !== undefined
}

/** Pupils are asked in their school, by name, or not at all. An address that was only written down for them counts. */
async function isOfAMinor(ctx: Ctx, address: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('person_email')
    .innerJoin('person', 'person.id', 'person_id')
    .select('person.id')
    .where('address', '=', address)
    .where('closed_at', 'is', null)
    .where(
      sql<boolean>`(coalesce(birth_date + interval '18 years 1 day' > ${ctx.now()}::timestamptz, false)
        or exists (select from membership where membership.person_id = person.id and is_pupil and left_at is null))`,
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Whoever has the link reads that mailbox: no further request is mailed to it, and those that wait are over. It works as long as the link is known. */
export async function stopMails(ctx: Ctx, token: string): Promise<void> {
  const address = await addressOf(ctx, token)
  await ctx.db
    .insertInto('endorsement_stop')
    .values({ address_hash: hashOf(ctx, address), stopped_at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await ctx.db
    .updateTable('endorsement_request')
    .set({ declined_at: ctx.now() })
    .where('asked_address', '=', address)
    .where('asked_id', 'is', null)
    .where('declined_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('endorsement').select('id').whereRef('request_id', '=', 'endorsement_request.id'))))
    .execute()
}

export async function allowMails(ctx: Ctx, token: string): Promise<void> {
  await ctx.db
    .deleteFrom('endorsement_stop')
    .where('address_hash', '=', hashOf(ctx, await addressOf(ctx, token)))
    .execute()
}

export async function readStop(ctx: Ctx, token: string): Promise<{ address: string; isStopped: boolean }> {
  const address = await addressOf(ctx, token)
  return { address, isStopped: await isStopped(ctx, address) }
}

async function addressOf(ctx: Ctx, token: string): Promise<string> {
  const row = await ctx.db.selectFrom('endorsement_request').select('asked_address').where('token_hash', '=', hashToken(token)).executeTakeFirst()
  if (!row?.asked_address) throw refuse('not_found')
  return String(row.asked_address)
}

const hashOf = (ctx: Ctx, address: string): Buffer => ctx.secrets.keyedHash(address.trim().toLowerCase(), 'endorsement-stop')
