import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../endorsements.errors.ts'
import { endorsementRequested } from '../endorsements.facts.ts'
import { isStopped } from './mail-stops.ts'
import { type RequestRow, selectRequests, stateOf } from './request-rows.ts'

export const DAYS_BEFORE_REMINDER = 7

/** From when the holder may remind the asked, once. */
export const reminderFrom = (createdAt: Date): Date => new Date(createdAt.getTime() + DAYS_BEFORE_REMINDER * 86_400_000)

export async function remindOfRequest(ctx: Ctx, requestId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const row = await lockOwn(ctx, requestId)
    if (stateOf(row, ctx.now()) !== 'open') throw refuse('request_closed')
    if (row.reminded_at) throw refuse('reminded_already')
    if (ctx.now() < reminderFrom(row.created_at)) throw refuse('too_early_to_remind')
    if (row.asked_address && (await isStopped(ctx, String(row.asked_address)))) throw refuse('address_not_askable')
    await ctx.db.updateTable('endorsement_request').set({ reminded_at: ctx.now() }).where('id', '=', row.id).execute()
    await ctx.jobs.announce(endorsementRequested, { requestId: row.id, isReminder: true })
  })
}

/** The link shows nothing from now on. Withdrawing twice is withdrawing once. */
export async function withdrawRequest(ctx: Ctx, requestId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const row = await lockOwn(ctx, requestId)
    const state = stateOf(row, ctx.now())
    if (state === 'withdrawn') return
    if (state !== 'open') throw refuse('request_closed')
    await ctx.db.updateTable('endorsement_request').set({ withdrawn_at: ctx.now() }).where('id', '=', row.id).execute()
  })
}

async function lockOwn(ctx: Ctx, requestId: string): Promise<RequestRow> {
  const { personId } = requirePerson(ctx)
  const row = isUuid(requestId)
    ? await selectRequests(ctx)
        .where('endorsement_request.id', '=', requestId)
        .where('endorsement_request.holder_id', '=', personId)
        .forUpdate('endorsement_request')
        .executeTakeFirst()
    : undefined
  if (!row) throw refuseKit('not_found')
  return row
}
