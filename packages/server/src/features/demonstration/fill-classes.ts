import type { Ctx } from '#ctx'
import { createPerson } from '#features/accounts/index.ts'
import { addCohortMember, addMember, createCohort, schoolYearOf } from '#features/organizations/index.ts'
import { known, type Network } from './network.ts'
import { type ClassSeed, classes, demonstrationPupil, familyNames, givenNames, groups, lyceePupil } from './pupils.table-data.ts'
import { daysAfter, schoolDay } from './school-day.ts'
import { DOMAIN } from './structures.table-data.ts'

const FILLED_DAYS_AGO = 75

/** The classes of the present school year, pupil by pupil, and the groups drawn from them. */
export async function fillClasses(ctx: Ctx, network: Network): Promise<void> {
  const filled = { ...ctx, now: () => schoolDay(ctx.now(), FILLED_DAYS_AGO) }
  const schoolYear = schoolYearOf(ctx.now())
  let dealt = 0
  for (const seed of classes) {
    const cohort = await openCohort(filled, network, { ...seed, kind: 'class', schoolYear })
    const pupilIds: string[] = []
    for (let place = 0; place < seed.size; place++) {
      const { personId } = await createPerson(filled, pupil(seed, { place, number: dealt++, schoolYear }))
      await join(filled, cohort, personId)
      pupilIds.push(personId)
    }
    network.pupilIds.set(seed.name, pupilIds)
  }
  for (const seed of [demonstrationPupil, lyceePupil]) await addOneClickPupil(filled, network, { ...seed, now: ctx.now() })
  for (const { name, structure, of, places } of groups) {
    const cohort = await openCohort(filled, network, { name, structure, kind: 'group', schoolYear })
    for (const place of places) await join(filled, cohort, known(network.pupilIds, of)[place]!)
  }
}

type Cohort = { organizationId: string; cohortId: string }

async function openCohort(ctx: Ctx, network: Network, input: Pick<ClassSeed, 'name' | 'structure'> & { kind: 'class' | 'group'; schoolYear: string }): Promise<Cohort> {
  const organizationId = known(network.organizationIds, input.structure)
  const { cohortId } = await createCohort(ctx, { organizationId, name: input.name, kind: input.kind, schoolYear: input.schoolYear })
  network.cohortIds.set(input.name, cohortId)
  return { organizationId, cohortId }
}

async function join(ctx: Ctx, { organizationId, cohortId }: Cohort, personId: string): Promise<void> {
  await addMember(ctx, { organizationId, personId, roles: ['member'], isPupil: true })
  await addCohortMember(ctx, { cohortId, personId })
}

function pupil({ structure, age, everyWithAddress }: ClassSeed, { place, number, schoolYear }: { place: number; number: number; schoolYear: string }) {
  const givenName = givenNames[number % givenNames.length]!
  const familyName = familyNames[(number * 5) % familyNames.length]!
  const birthDate = isoDay(new Date(Date.UTC(Number(schoolYear.slice(0, 4)) - age, (number * 7) % 12, 1 + ((number * 11) % 28))))
  const address = `${plain(givenName)}.${plain(familyName)}@${structure}.${DOMAIN}`
  return { givenName, familyName, birthDate, ...(everyWithAddress && place % everyWithAddress === 1 && { email: { address, isVerified: true } }) }
}

async function addOneClickPupil(
  ctx: Ctx,
  network: Network,
  { structure, cohort, address, givenName, familyName, years, days, now }: typeof lyceePupil & { now: Date },
): Promise<void> {
  const birthDate = isoDay(daysAfter(new Date(Date.UTC(now.getUTCFullYear() - years, now.getUTCMonth(), now.getUTCDate())), -days))
  const { personId } = await createPerson(ctx, { givenName, familyName, birthDate, email: { address, isVerified: true } })
  await join(ctx, { organizationId: known(network.organizationIds, structure), cohortId: known(network.cohortIds, cohort) }, personId)
  network.personIds.set(address, personId)
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
