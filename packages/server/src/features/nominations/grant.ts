import type { Ctx } from '#ctx'
import { getGivenVersion } from '#features/achievements/index.ts'
import { findLevelProblem, issueCredentials } from '#features/credentials/index.ts'
import { type lockNomination, setState } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'
import { readPeople } from './read-people.ts'

type Nomination = Awaited<ReturnType<typeof lockNomination>>

/** Adults are never given a badge unasked. Somebody without an account is: on paper, which they take or leave. */
export async function demandGrantable(ctx: Ctx, nomination: Nomination): Promise<void> {
  const person = (await readPeople(ctx, nomination.organization_id, [nomination.person_id])).get(nomination.person_id ?? '')
  if (person && !person.isPupil && nomination.response !== 'accepted') throw refuse('acceptance_needed')
}

/** A badge with levels is given at one of them. */
export async function demandLevel(ctx: Ctx, nomination: Nomination, levelId: string | undefined): Promise<void> {
  const { content } = await readGiven(ctx, nomination)
  const problem = findLevelProblem(content, levelId)
  if (problem) throw refuse(problem)
}

const readGiven = (ctx: Ctx, nomination: Nomination) => getGivenVersion(ctx, { organizationId: nomination.organization_id, achievementId: nomination.achievement_id })

/** Issues the badge of a dossier and closes it. */
export async function grantNow(ctx: Ctx, nomination: Nomination): Promise<string> {
  const { versionId } = await readGiven(ctx, nomination)
  const recipient = nomination.person_id ? { personId: nomination.person_id } : { name: nomination.nominee_name }
  const level = nomination.level_id ? { levelId: nomination.level_id } : {}
  const [issued] = await issueCredentials(ctx, {
    versionId,
    organizationId: nomination.organization_id,
    recipients: [{ ...recipient, ...level, idempotencyKey: `nomination:${nomination.id}` }],
  })
  if (!issued!.isNew) throw refuse('already_held')
  await setState(ctx, nomination.id, { state: 'granted', closed_at: ctx.now(), credential_id: issued!.credentialId })
  return issued!.credentialId
}
