// « Aidant·e »: the badge that a programme gives for helps. Never by itself: a teacher decides.
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { findGivenVersion, getGivenVersion } from '#features/achievements/index.ts'
import { issueCredentials } from '#features/credentials/index.ts'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../practice.errors.ts'
import { enterAsTeacher, takesPart } from '../programmes/enter-programme.ts'
import { HelperBadgeInput } from './helping.schema.ts'
import { readHelperProgress } from './read-helper-progress.ts'

/** Which badge, and from how many helps on the teachers are told; or none. */
export async function chooseHelperBadge(ctx: Ctx, input: z.input<typeof HelperBadgeInput>): Promise<void> {
  const { programmeId, achievementId, needed } = HelperBadgeInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const { organization_id, archived_at } = await enterAsTeacher(ctx, programmeId)
    if (archived_at) throw refuse('programme_archived')
    if (!achievementId) {
      await ctx.db.deleteFrom('programme_helper_badge').where('programme_id', '=', programmeId).execute()
    } else {
      const given = await findGivenVersion(ctx, { organizationId: organization_id, achievementId })
      if (!given || given.content.levels.length > 0) throw refuse('helper_badge_unknown')
      const row = { programme_id: programmeId, achievement_id: achievementId, needed }
      await ctx.db
        .insertInto('programme_helper_badge')
        .values(row)
        .onConflict((conflict) => conflict.column('programme_id').doUpdateSet(row))
        .execute()
    }
    await recordAct(ctx, { organizationId: organization_id, act: 'programme.helper-badge-chosen', subject: { programmeId, ...(achievementId && { achievementId, needed }) } })
  })
}

/** To somebody who has helped often enough. Pressed twice, it is the same badge. */
export async function issueHelperBadge(ctx: Ctx, { programmeId, personId }: { programmeId: string; personId: string }): Promise<{ credentialId: string }> {
  return transaction(ctx, async (ctx) => {
    const { organization_id } = await enterAsTeacher(ctx, programmeId)
    await sql`select pg_advisory_xact_lock(hashtextextended(${`helper:${programmeId}:${personId}`}, 0))`.execute(ctx.db)
    if (!(await takesPart(ctx, { programmeId, personId }))) throw refuse('not_taking_part')
    const progress = await readHelperProgress(ctx, { programmeId, personId })
    if (!progress) throw refuse('helper_badge_unset')
    if (progress.state === 'some-left' || progress.state === 'one-left') throw refuse('helps_missing')
    const { versionId } = await getGivenVersion(ctx, { organizationId: organization_id, achievementId: progress.achievementId })
    const [issued] = await issueCredentials(ctx, { versionId, organizationId: organization_id, recipients: [{ personId }] })
    const { credentialId, isNew } = issued!
    if (isNew) await recordAct(ctx, { organizationId: organization_id, act: 'programme.helper-recognised', subject: { programmeId, credentialId } })
    return { credentialId }
  })
}
