// « Je veux bien aider »: said by the pupil alone, who may stop at any time.
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../practice.errors.ts'
import { enterAsParticipant, enterAsTeacher } from '../programmes/enter-programme.ts'
import { HelpWhich, OfferOf } from './helping.schema.ts'
import { isHolder } from './is-holder.ts'

/** For a badge that one holds. Ticked twice, it is one offer. */
export async function offerHelp(ctx: Ctx, input: z.input<typeof HelpWhich>): Promise<void> {
  const { programmeId, achievementId } = HelpWhich.parse(input)
  await transaction(ctx, async (ctx) => {
    const { personId, archived_at } = await enterAsParticipant(ctx, programmeId)
    if (archived_at) throw refuse('programme_archived')
    const badge = await ctx.db
      .selectFrom('programme_badge')
      .select('position')
      .where('programme_id', '=', programmeId)
      .where('achievement_id', '=', achievementId)
      .executeTakeFirst()
    if (!badge) throw refuse('badge_unknown')
    if (!(await isHolder(ctx, { achievementId, personId }))) throw refuse('badge_needed_to_help')
    const { rows } = await sql`
      insert into help_offer (programme_id, achievement_id, person_id, offered_at) values (${programmeId}, ${achievementId}, ${personId}, ${ctx.now()})
      on conflict (programme_id, achievement_id, person_id) do update
        set offered_at = case when help_offer.stopped_at is null then help_offer.offered_at else excluded.offered_at end, stopped_at = null
        where help_offer.stopped_by is null
      returning person_id`.execute(ctx.db)
    if (rows.length === 0) throw refuse('offer_paused')
  })
}

/** Asked again, or never offered, nothing changes. */
export async function stopOffer(ctx: Ctx, input: z.input<typeof HelpWhich>): Promise<void> {
  const { programmeId, achievementId } = HelpWhich.parse(input)
  const { personId } = await enterAsParticipant(ctx, programmeId)
  await ctx.db
    .updateTable('help_offer')
    .set({ stopped_at: ctx.now() })
    .where('programme_id', '=', programmeId)
    .where('achievement_id', '=', achievementId)
    .where('person_id', '=', personId)
    .where('stopped_at', 'is', null)
    .execute()
}

/** A teacher protects a pupil: nobody is sent to them until a teacher says so. */
export async function pauseOffer(ctx: Ctx, input: z.input<typeof OfferOf>): Promise<void> {
  await decide(
    ctx,
    input,
    async (ctx, offer) => {
      const stopped = { stopped_at: ctx.now(), stopped_by: requirePerson(ctx).personId }
      return ctx.db
        .updateTable('help_offer')
        .set(stopped)
        .where('programme_id', '=', offer.programmeId)
        .where('achievement_id', '=', offer.achievementId)
        .where('person_id', '=', offer.personId)
        .where('stopped_at', 'is', null)
        .returning('person_id')
        .execute()
    },
    'programme.help-offer-paused',
  )
}

/** The pupil may offer again, and decides alone whether to. */
export async function freeOffer(ctx: Ctx, input: z.input<typeof OfferOf>): Promise<void> {
  await decide(
    ctx,
    input,
    (ctx, offer) =>
      ctx.db
        .updateTable('help_offer')
        .set({ stopped_by: null })
        .where('programme_id', '=', offer.programmeId)
        .where('achievement_id', '=', offer.achievementId)
        .where('person_id', '=', offer.personId)
        .where('stopped_by', 'is not', null)
        .returning('person_id')
        .execute(),
    'programme.help-offer-freed',
  )
}

type Write = (ctx: Ctx, offer: z.output<typeof OfferOf>) => Promise<unknown[]>

async function decide(ctx: Ctx, input: z.input<typeof OfferOf>, write: Write, act: 'programme.help-offer-paused' | 'programme.help-offer-freed'): Promise<void> {
  const offer = OfferOf.parse(input)
  await transaction(ctx, async (ctx) => {
    const { organization_id } = await enterAsTeacher(ctx, offer.programmeId)
    const changed = await write(ctx, offer)
    if (changed.length > 0) await recordAct(ctx, { organizationId: organization_id, act, subject: { ...offer } })
  })
}
