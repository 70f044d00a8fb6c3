import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../ceremonies.errors.ts'
import { lockCeremony } from '../planning/ceremony-rows.ts'
import { publishCeremonyJob } from './publish-ceremony.job.ts'

/** The one button: the embargo ends, and a job issues every badge. Pressed again, nothing happens twice. */
export async function publishCeremony(ctx: Ctx, ceremonyId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const ceremony = await lockCeremony(ctx, ceremonyId)
    if (ceremony.confirmed_at) return
    const { count } = await ctx.db
      .selectFrom('ceremony_recipient')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('ceremony_id', '=', ceremonyId)
      .executeTakeFirstOrThrow()
    if (Number(count) === 0) throw refuse('nobody_to_publish')
    await start(ctx, ceremonyId, { confirmed_at: ctx.now() })
    await recordAct(ctx, { organizationId: ceremony.organization_id, act: 'ceremony.published', subject: { ceremonyId, recipients: Number(count) } })
  })
}

/** Once more those whose badge could not be issued; from now on in the name of whoever tries. */
export async function retryPublishing(ctx: Ctx, ceremonyId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await lockCeremony(ctx, ceremonyId)
    const { numUpdatedRows } = await ctx.db
      .updateTable('ceremony_recipient')
      .set({ outcome: 'waiting', problem: null })
      .where('ceremony_id', '=', ceremonyId)
      .where('outcome', '=', 'failed')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw refuse('nothing_to_retry')
    await start(ctx, ceremonyId, { published_at: null })
  })
}

async function start(ctx: Ctx, ceremonyId: string, change: { confirmed_at: Date } | { published_at: null }): Promise<void> {
  await ctx.db
    .updateTable('ceremony')
    .set({ ...change, confirmed_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null })
    .where('id', '=', ceremonyId)
    .execute()
  await ctx.jobs.send(publishCeremonyJob, { ceremonyId })
}

/** At the start of a process: what another one was publishing when it died is taken up again. */
export async function resumePublishing(ctx: Ctx): Promise<void> {
  const unfinished = await ctx.db.selectFrom('ceremony').select('id').where('confirmed_at', 'is not', null).where('published_at', 'is', null).execute()
  for (const { id } of unfinished) await ctx.jobs.send(publishCeremonyJob, { ceremonyId: id })
}
