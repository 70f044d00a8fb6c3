import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { parisTime } from '#kit/paris-time.ts'
import { CeremonyInput } from '../ceremony.schema.ts'
import { lockOpenCeremony } from './ceremony-rows.ts'

export async function createCeremony(ctx: Ctx, { organizationId, ...input }: z.input<typeof CeremonyInput> & { organizationId: string }): Promise<{ ceremonyId: string }> {
  const { title, place, day, time } = CeremonyInput.parse(input)
  return transaction(ctx, async (ctx) => {
    await demand(ctx, 'issue', organizationId)
    const ceremonyId = ctx.newId()
    await ctx.db
      .insertInto('ceremony')
      .values({
        id: ceremonyId,
        organization_id: organizationId,
        title,
        place,
        starts_at: parisTime(day, time),
        created_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        created_at: ctx.now(),
      })
      .execute()
    await recordAct(ctx, { organizationId, act: 'ceremony.created', subject: { ceremonyId } })
    return { ceremonyId }
  })
}

/** Another title, place or day. A day to come means that somebody may be reminded again. */
export async function updateCeremony(ctx: Ctx, { ceremonyId, ...input }: z.input<typeof CeremonyInput> & { ceremonyId: string }): Promise<void> {
  const { title, place, day, time } = CeremonyInput.parse(input)
  await transaction(ctx, async (ctx) => {
    await lockOpenCeremony(ctx, ceremonyId)
    await ctx.db
      .updateTable('ceremony')
      .set({ title, place, starts_at: parisTime(day, time), reminded_at: null })
      .where('id', '=', ceremonyId)
      .execute()
  })
}

/** A ceremony that will not be: its dossiers are free for another one. */
export async function cancelCeremony(ctx: Ctx, ceremonyId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { organization_id: organizationId } = await lockOpenCeremony(ctx, ceremonyId)
    await ctx.db.deleteFrom('ceremony_recipient').where('ceremony_id', '=', ceremonyId).execute()
    await ctx.db.deleteFrom('ceremony').where('id', '=', ceremonyId).execute()
    await recordAct(ctx, { organizationId, act: 'ceremony.cancelled', subject: { ceremonyId } })
  })
}
