import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { refuse } from '../practice.errors.ts'
import { enterAsParticipant } from '../programmes/enter-programme.ts'
import { readBadges, readPeriods } from '../programmes/get-programme.ts'
import { SentencesInput } from './booklets.schema.ts'

/** A pupil's own words, in a programme that goes on; an empty sentence is taken back. Only they write them. */
export async function writeSentences(ctx: Ctx, input: z.input<typeof SentencesInput>): Promise<void> {
  const { programmeId, badges, periods } = SentencesInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const programme = await enterAsParticipant(ctx, programmeId)
    // No period goes away meanwhile.
    await ctx.db.selectFrom('programme').select('id').where('id', '=', programmeId).forKeyShare().execute()
    if (programme.archived_at) throw refuse('programme_archived')
    const known = [...(await readBadges(ctx, programmeId)).map(({ achievementId }) => achievementId), ...(await readPeriods(ctx, programmeId)).map(({ periodId }) => periodId)]
    const said = [
      ...Object.entries(badges).map(([id, text]) => ({ id, achievement_id: id, period_id: null, text })),
      ...Object.entries(periods).map(([id, text]) => ({ id, achievement_id: null, period_id: id, text })),
    ]
    if (said.some(({ id }) => !known.includes(id))) throw refuse('badge_unknown')
    // In one order, so that two devices never wait for each other.
    for (const { id: _, ...sentence } of said.sort((a, b) => (a.id < b.id ? -1 : 1))) await write(ctx, { programme_id: programmeId, person_id: programme.personId, ...sentence })
  })
}

type Sentence = { programme_id: string; person_id: string; achievement_id: string | null; period_id: string | null; text: string }

async function write(ctx: Ctx, sentence: Sentence): Promise<void> {
  const { text, achievement_id, period_id, programme_id, person_id } = sentence
  if (text === '') {
    const about = achievement_id === null ? (['period_id', period_id] as const) : (['achievement_id', achievement_id] as const)
    await ctx.db.deleteFrom('booklet_sentence').where('programme_id', '=', programme_id).where('person_id', '=', person_id).where(about[0], '=', about[1]).execute()
    return
  }
  await ctx.db
    .insertInto('booklet_sentence')
    .values({ ...sentence, updated_at: ctx.now() })
    .onConflict((conflict) => conflict.columns(['programme_id', 'person_id', 'achievement_id', 'period_id']).doUpdateSet({ text, updated_at: ctx.now() }))
    .execute()
}
