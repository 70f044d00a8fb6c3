import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { findLevel, getGivenVersion } from '#features/achievements/index.ts'
import { issueCredentials } from '#features/credentials/index.ts'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../practice.errors.ts'
import { attemptJudged } from '../practice.facts.ts'
import { VerdictInput } from '../practice.schema.ts'
import { enterAsTeacher, type Programme, takesPart } from '../programmes/enter-programme.ts'
import { lockCell } from './lock-cell.ts'
import { readStandings } from './read-standings.ts'

type Input = z.output<typeof VerdictInput>
/** A line that was down longer than a lesson day is not believed. */
const LONGEST_DELAY_MS = 24 * 3600_000

/**
 * « Validé » issues the badge in the same transaction; « à retravailler » says what to redo. Sent twice it is one verdict;
 * over what another teacher said meanwhile, it is refused.
 */
export async function judgeAttempt(ctx: Ctx, input: z.input<typeof VerdictInput>): Promise<{ attemptId: string; credentialId: string | null }> {
  const verdict = VerdictInput.parse(input)
  const { programmeId, achievementId, personId, key } = verdict
  return transaction(ctx, async (ctx) => {
    const programme = await enterAsTeacher(ctx, programmeId)
    const open = await lockCell(ctx, { programmeId, achievementId, personId })
    const former = key ? await ctx.db.selectFrom('attempt').select(['id', 'credential_id', 'programme_id']).where('verdict_key', '=', key).executeTakeFirst() : undefined
    if (former?.programme_id === programmeId) return { attemptId: former.id, credentialId: former.credential_id }
    if (programme.archived_at) throw refuse('programme_archived')
    if (!(await takesPart(ctx, { programmeId, personId }))) throw refuse('not_taking_part')
    await demandUnjudged(ctx, verdict, open?.id)
    await demandMissing(ctx, programme, verdict)
    const attemptId = open?.id ?? (await beginAtDesk(ctx, verdict))
    const credentialId = verdict.verdict === 'passed' ? await issue(ctx, programme, verdict, attemptId) : null
    await write(ctx, verdict, { attemptId, credentialId })
    await writeRemarks(ctx, programme, verdict, attemptId)
    await ctx.jobs.announce(attemptJudged, { attemptId })
    return { attemptId, credentialId }
  })
}

/** The attempt that was on the screen may have been judged by somebody else; the pupil may have taken it back, which is no reason to refuse. */
async function demandUnjudged(ctx: Ctx, { attemptId }: Input, openId: string | undefined): Promise<void> {
  if (!attemptId || attemptId === openId) return
  const seen = await ctx.db
    .selectFrom('attempt')
    .leftJoin('person', 'person.id', 'judged_by')
    .select(['verdict', 'given_name', 'family_name'])
    .where('attempt.id', '=', attemptId)
    .executeTakeFirst()
  if (seen?.verdict) throw refuse('judged_meanwhile', { verdict: seen.verdict, teacher: `${seen.given_name ?? ''} ${seen.family_name ?? ''}`.trim() })
}

/** A badge of the programme at a level that exists, and not one that the pupil holds already. */
async function demandMissing(ctx: Ctx, { id, organization_id }: Programme, { achievementId, personId, verdict, levelId }: Input): Promise<void> {
  const { badgeIds, people } = await readStandings(ctx, id, { personId })
  const index = badgeIds.indexOf(achievementId)
  if (index < 0) throw refuse('badge_unknown')
  const { content } = await getGivenVersion(ctx, { organizationId: organization_id, achievementId })
  const held = people[0]!.cells[index]!
  const isHeld = held.state === 'passed' || held.levelId !== null
  if (content.levels.length === 0 ? isHeld : isHeld && held.levelId === (levelId ?? content.levels.at(-1)!.id)) throw refuse('already_passed')
  if (verdict === 'passed' && content.levels.length > 0 && !findLevel(content, levelId)) throw refuse('level_needed')
}

async function beginAtDesk(ctx: Ctx, { programmeId, achievementId, personId }: Input): Promise<string> {
  const id = ctx.newId()
  await ctx.db.insertInto('attempt').values({ id, programme_id: programmeId, achievement_id: achievementId, person_id: personId, changed_at: ctx.now() }).execute()
  return id
}

async function issue(ctx: Ctx, { organization_id }: Programme, { achievementId, personId, levelId }: Input, attemptId: string): Promise<string> {
  const { versionId, content } = await getGivenVersion(ctx, { organizationId: organization_id, achievementId })
  const recipient = { personId, ...(content.levels.length > 0 && { levelId }), idempotencyKey: `attempt:${attemptId}` }
  const [issued] = await issueCredentials(ctx, { versionId, organizationId: organization_id, recipients: [recipient] })
  await recordAct(ctx, { organizationId: organization_id, act: 'attempt.passed', subject: { attemptId, credentialId: issued!.credentialId } })
  return issued!.credentialId
}

async function write(ctx: Ctx, { verdict, advice, levelId, key, judgedAt }: Input, { attemptId, credentialId }: { attemptId: string; credentialId: string | null }): Promise<void> {
  const now = ctx.now()
  const isBelievable = judgedAt && judgedAt <= now && now.getTime() - judgedAt.getTime() < LONGEST_DELAY_MS
  await ctx.db
    .updateTable('attempt')
    .set({
      verdict,
      advice,
      level_id: verdict === 'passed' ? (levelId ?? null) : null,
      credential_id: credentialId,
      judged_at: isBelievable ? judgedAt : now,
      judged_by: ctx.actor.kind === 'system' ? null : requirePerson(ctx).personId,
      verdict_key: key ?? null,
      changed_at: now,
    })
    .where('id', '=', attemptId)
    .execute()
}

async function writeRemarks(ctx: Ctx, { organization_id }: Programme, { remarkIds, achievementId }: Input, attemptId: string): Promise<void> {
  if (remarkIds.length === 0) return
  // One that was put away while the line was down is still what was said.
  const bank = await ctx.db
    .selectFrom('remark')
    .select(['id', 'text', 'resource_id'])
    .where('organization_id', '=', organization_id)
    .where('achievement_id', '=', achievementId)
    .where('id', 'in', remarkIds)
    .execute()
  if (bank.length < new Set(remarkIds).size) throw refuse('remark_unknown')
  const rows = bank.map(({ id, text, resource_id }) => ({ attempt_id: attemptId, remark_id: id, position: remarkIds.indexOf(id), text, resource_id }))
  await ctx.db.insertInto('attempt_remark').values(rows).execute()
}
