// A programme of the structure that somebody gets ready in, and one that another structure shares with the network.
import { as, type Ctx } from '../../src/ctx.ts'
import { listShownBooklets } from '../../src/features/practice/booklets/shown-booklets.ts'
import { addRemark, createProgramme, readPeriods } from '../../src/features/practice/index.ts'
import type { Things } from './access-table.ts'

type Who = { organizationId: string; issuerId: string; pupilId: string; achievementId: string }

/** `issuer` teaches in it, the pupil's class follows it. */
export async function makePractice(ctx: Ctx, { organizationId, issuerId, pupilId, achievementId }: Who): Promise<Things> {
  const teacher = as(ctx, { kind: 'person', personId: issuerId, sessionId: issuerId, isNetworkAdmin: false })
  const { cohort_id } = await ctx.db
    .selectFrom('cohort_member')
    .innerJoin('cohort', 'cohort.id', 'cohort_id')
    .select('cohort_id')
    .where('person_id', '=', pupilId)
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'class')
    .where('left_at', 'is', null)
    .executeTakeFirstOrThrow()
  const { programmeId } = await createProgramme(teacher, {
    organizationId,
    name: 'Un badge par trimestre',
    schoolYear: '2026-2027',
    badges: [{ achievementId }],
    periods: [{ name: 'Toute l’année', startsOn: '2026-09-01', endsOn: '2027-06-30', required: 1 }],
    cohortIds: [cohort_id],
  })
  const mates = await ctx.db
    .selectFrom('cohort_member')
    .select('person_id')
    .where('cohort_id', '=', cohort_id)
    .where('person_id', '<>', pupilId)
    .where('left_at', 'is', null)
    .limit(2)
    .execute()
  const [helperId, helpedId] = mates.map(({ person_id }) => person_id) as [string, string]
  const helpId = ctx.newId()
  const help = { id: helpId, programme_id: programmeId, achievement_id: achievementId, helper_id: helperId, helped_id: helpedId, noted_by: helperId, noted_at: ctx.now() }
  await ctx.db.insertInto('help_given').values(help).execute()
  const [shown] = await listShownBooklets(ctx, { organizationId })
  return {
    programmeId,
    shownPersonId: shown!.personId,
    formerProgrammeId: shown!.programmeId,
    remarkId: (await addRemark(teacher, { organizationId, achievementId, text: 'Relis la question.' })).remarkId,
    // Between two others of the class.
    helpId,
    periodId: (await readPeriods(ctx, programmeId))[0]!.periodId,
    sharedProgrammeId: (await ctx.db.selectFrom('programme').select('id').where('shared_at', 'is not', null).executeTakeFirstOrThrow()).id,
  }
}
