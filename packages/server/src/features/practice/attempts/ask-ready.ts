import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { getGivenVersion } from '#features/achievements/index.ts'
import { refuse } from '../practice.errors.ts'
import { ReadyInput } from '../practice.schema.ts'
import { enterAsParticipant } from '../programmes/enter-programme.ts'
import { readBadges } from '../programmes/get-programme.ts'
import { lockCell } from './lock-cell.ts'
import { readStandings } from './read-standings.ts'

/** « Je suis prêt·e »: pressed twice, it is the same attempt, with the last word of the self-assessment. */
export async function askReady(ctx: Ctx, input: z.input<typeof ReadyInput>): Promise<{ attemptId: string }> {
  const { programmeId, achievementId, selfAssessment, key } = ReadyInput.parse(input)
  return transaction(ctx, async (ctx) => {
    const programme = await enterAsParticipant(ctx, programmeId)
    if (programme.archived_at) throw refuse('programme_archived')
    const which = { programmeId, achievementId, personId: programme.personId }
    const open = await lockCell(ctx, which)
    const former = key ? await ctx.db.selectFrom('attempt').select('person_id').where('id', '=', key).executeTakeFirst() : undefined
    if (key && former?.person_id === programme.personId) return { attemptId: key }
    await demandOpen(ctx, which, programme.organization_id)
    const said = { self_assessment: selfAssessment ?? null, ready_at: open?.ready_at ?? ctx.now(), changed_at: ctx.now() }
    if (open) {
      await ctx.db.updateTable('attempt').set(said).where('id', '=', open.id).execute()
      return { attemptId: open.id }
    }
    const attemptId = key && !former ? key : ctx.newId()
    const row = { id: attemptId, programme_id: programmeId, achievement_id: achievementId, person_id: programme.personId, ...said }
    await ctx.db.insertInto('attempt').values(row).execute()
    return { attemptId }
  })
}

/** A badge of the programme, not held in full yet, whose « d’abord » is done. */
async function demandOpen(ctx: Ctx, { programmeId, achievementId, personId }: { programmeId: string; achievementId: string; personId: string }, organizationId: string) {
  const badges = await readBadges(ctx, programmeId)
  const badge = badges.find((other) => other.achievementId === achievementId)
  if (!badge) throw refuse('badge_unknown')
  const standing = (await readStandings(ctx, programmeId, { personId })).people[0]!
  const cellOf = (id: string) => standing.cells[badges.findIndex((other) => other.achievementId === id)]!
  const { content } = await getGivenVersion(ctx, { organizationId, achievementId })
  const held = cellOf(achievementId)
  if (held.state === 'passed' && (content.levels.length === 0 || held.levelId === content.levels.at(-1)!.id)) throw refuse('already_passed')
  const missing = badge.requiredIds.filter((id) => cellOf(id).state !== 'passed')
  if (missing.length > 0) throw refuse('prerequisite_first', { badges: badges.filter((other) => missing.includes(other.achievementId)).map((other) => other.content.name) })
}

/** The pupil takes it back: nothing is kept against them. */
export async function withdrawReady(ctx: Ctx, input: { programmeId: string; achievementId: string }): Promise<void> {
  const { programmeId, achievementId } = ReadyInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const { personId } = await enterAsParticipant(ctx, programmeId)
    const open = await lockCell(ctx, { programmeId, achievementId, personId })
    if (!open) throw refuse('nothing_to_withdraw')
    await ctx.db.updateTable('attempt').set({ withdrawn_at: ctx.now(), changed_at: ctx.now() }).where('id', '=', open.id).execute()
  })
}
