// A lycée where a class gets ready: two teachers, a headteacher, pupils, and a programme of badges.
import type { Ctx } from '#ctx'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { addCohortMember, addMember, createCohort } from '#features/organizations/index.ts'
import { makePerson, makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import type { ProgrammeInput } from './practice.schema.ts'
import { createProgramme } from './programmes/create-programme.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'

export const AUTUMN = { name: '1er trimestre', startsOn: '2026-09-01', endsOn: '2026-12-18', required: 2 }
export const WINTER = { name: '2e trimestre', startsOn: '2027-01-04', endsOn: '2027-03-26', required: 2 }

export type Classroom = Awaited<ReturnType<typeof makeClassroom>>

/** `issuer` and `colleague` teach; the last badge needs the first. */
export async function makeClassroom(ctx: Ctx, { badges = ['Conversions', 'Chiffres significatifs', 'Rédiger un calcul'], pupils = ['Lina', 'Noé'] } = {}) {
  const school = await makeSchool(ctx, 'Lycée Maurice Genevoix')
  const { organizationId } = school
  const { cohortId } = await createCohort(ctx, { organizationId, name: '2de 4', kind: 'class', schoolYear: '2026-2027' })
  const colleague = await makePerson(ctx, 'Nadia')
  await addMember(ctx, { organizationId, personId: colleague.personId, roles: ['issuer'] })
  const enrol = async (givenName: string): Promise<Somebody> => {
    const pupil = await makePerson(ctx, givenName)
    await addMember(ctx, { organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
    await addCohortMember(ctx, { cohortId, personId: pupil.personId })
    return pupil
  }
  const enrolled: Somebody[] = []
  for (const givenName of pupils) enrolled.push(await enrol(givenName))
  const badgeIds: string[] = []
  for (const name of badges) badgeIds.push(await makeBadge(ctx, organizationId, name))
  const wanted = {
    organizationId,
    name: 'Physique-chimie en seconde',
    schoolYear: '2026-2027',
    badges: badgeIds.map((achievementId, i) => ({ achievementId, requiredIds: i > 0 && i === badgeIds.length - 1 ? [badgeIds[0]!] : [] })),
    periods: [AUTUMN, WINTER],
    cohortIds: [cohortId],
    teacherIds: [colleague.personId],
  } satisfies (typeof ProgrammeInput)['_input']
  const { programmeId } = await createProgramme(school.issuer.ctx, wanted)
  return { ...school, colleague, cohortId, enrol, pupils: enrolled, badgeIds, programmeId, wanted }
}

export async function makeBadge(ctx: Ctx, organizationId: string, name: string): Promise<string> {
  const content = { name: { fr: name }, description: { fr: 'Un geste de physicien.' }, criteria: { fr: 'Le faire seul, en cinq minutes.' }, imageAlt: { fr: name } }
  const { achievementId } = await createAchievement(ctx, { organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  await publishVersion(ctx, achievementId)
  return achievementId
}
