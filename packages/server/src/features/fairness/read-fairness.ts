import type { Ctx } from '#ctx'
import { type AchievementContent, inLanguage } from '#features/achievements/index.ts'
import { demand, schoolYearOf } from '#features/organizations/index.ts'
import { AGES, type BadgeCount, countByBadge, countWaits, DOSSIER_STATES, type DossierState, type Waits } from './count-dossiers.ts'
import { countPeople, type UnitCount, type UnitKind } from './count-people.ts'
import { type Cell, protectSmall, SMALL, type Sum } from './protect-small.ts'
import { listSchoolYears } from './school-years.ts'

/** A number that may be read, or null: fewer than five, or it would give away one that is. */
export type Shown = number | null
export type BadgeLine = { achievementId: string; content: AchievementContent; imageId: string; proposed: Shown; otherwise: Shown } & Record<DossierState, Shown>
export type UnitLine = { kind: UnitKind | 'all'; name: string; people: Shown; proposed: Shown; never: Shown; recognised: Shown }
export type Fairness = {
  schoolYear: string
  schoolYears: string[]
  badges: BadgeLine[]
  units: UnitLine[]
  waits: { ages: Shown[]; medianDays: Shown; longestWeeks: Shown; answerDays: Shown; voices: Shown }
}

/** Which badges, which classes, who is never proposed: numbers only, for those who lead the structure, and none that tells of a few people. */
export async function readFairness(ctx: Ctx, input: { organizationId: string; schoolYear?: string | undefined }): Promise<Fairness> {
  const { organizationId } = input
  await demand(ctx, 'lead', organizationId)
  const schoolYears = await listSchoolYears(ctx, organizationId)
  const schoolYear = schoolYears.find((year) => year === input.schoolYear) ?? schoolYearOf(ctx.now())
  const year = { organizationId, schoolYear }
  const [badges, units, waits] = await Promise.all([countByBadge(ctx, year), countPeople(ctx, year), countWaits(ctx, year)])
  return { schoolYear, schoolYears, ...protectDossiers(ctx, badges, waits), units: protectPeople(units) }
}

/** What is open adds up twice: over the badges, and over how long it has been waiting. */
function protectDossiers(ctx: Ctx, badges: BadgeCount[], { ages, medianDays, longestDays, answered, answerDays, voices }: Waits): Pick<Fairness, 'badges' | 'waits'> {
  const cells = new Map<string, Cell>()
  const waiting = ages.reduce((sum, count) => sum + count, 0)
  const sums: Sum[] = [
    { total: 'waiting', parts: ages.map((_, band) => `age ${band}`) },
    { total: 'waiting', parts: badges.map(({ achievementId }) => `${achievementId} waiting`) },
  ]
  cells.set('waiting', { value: waiting, isLink: true, ...(waiting >= SMALL && { atLeast: SMALL }) })
  for (const [band, value] of ages.entries()) cells.set(`age ${band}`, { value })
  for (const badge of badges) {
    const at = (name: string) => `${badge.achievementId} ${name}`
    for (const state of DOSSIER_STATES) cells.set(at(state), { value: badge[state] })
    cells.set(at('otherwise'), { value: badge.otherwise })
    cells.set(at('waiting'), { value: badge.open + badge['to-complete'], isLink: true })
    cells.set(at('proposed'), { value: DOSSIER_STATES.reduce((sum, state) => sum + badge[state], 0) })
    sums.push({ total: at('waiting'), parts: [at('open'), at('to-complete')] }, { total: at('proposed'), parts: ['waiting', 'granted', 'not-retained', 'declined'].map(at) })
  }
  const shown = protectSmall(cells, sums)
  const show = (key: string): Shown => (shown.has(key) ? cells.get(key)!.value : null)
  const shownAges = ages.map((_, band) => show(`age ${band}`))
  return {
    badges: badges
      .map(({ achievementId, content, imageId }) => {
        const numbers = Object.fromEntries([...DOSSIER_STATES, 'proposed', 'otherwise'].map((name) => [name, show(`${achievementId} ${name}`)]))
        return { achievementId, content, imageId, ...numbers } as BadgeLine
      })
      .sort((a, b) => new Intl.Collator(ctx.locale).compare(inLanguage(a.content.name, ctx.locale), inLanguage(b.content.name, ctx.locale))),
    waits: {
      ages: shownAges,
      medianDays: waiting >= SMALL && medianDays !== null ? Math.round(medianDays) : null,
      // The longest wait would say that nobody waits longer: it is told with the longest band, or not at all.
      longestWeeks: shownAges[AGES.length] !== null && longestDays !== null ? Math.ceil(longestDays / 7) : null,
      answerDays: answered >= SMALL && answerDays !== null ? Math.round(answerDays) : null,
      voices: voices >= SMALL ? voices : null,
    },
  }
}

function protectPeople(units: UnitCount[]): UnitLine[] {
  const all = { kind: 'all' as const, name: '', people: sumOf(units, 'people'), proposed: sumOf(units, 'proposed'), recognised: sumOf(units, 'recognised') }
  const lines = [...units, all]
  const keyOf = (line: object) => String(lines.indexOf(line as UnitCount))
  const protect = (name: 'proposed' | 'recognised') => {
    const cells = new Map<string, Cell>(lines.map((line) => [keyOf(line), { value: line[name], of: line.people, ...(line === all && { isSpare: true as const }) }]))
    return protectSmall(cells, [{ total: keyOf(all), parts: units.map(keyOf) }])
  }
  const [proposed, recognised] = [protect('proposed'), protect('recognised')]
  // A class of three is a small number too, and so is what the whole would say of it.
  const isCounted = (line: { kind: string; people: number }) => (line.kind === 'all' ? units : [line]).every(({ people }) => people === 0 || people >= SMALL)
  return lines.map((line) => {
    const key = keyOf(line)
    return {
      kind: line.kind,
      name: line.name,
      people: isCounted(line) ? line.people : null,
      proposed: proposed.has(key) ? line.proposed : null,
      never: proposed.has(key) && isCounted(line) ? line.people - line.proposed : null,
      recognised: recognised.has(key) ? line.recognised : null,
    }
  })
}

const sumOf = (units: UnitCount[], name: 'people' | 'proposed' | 'recognised'): number => units.reduce((sum, unit) => sum + unit[name], 0)
