// « Bonus »: for the school report, per period and class, who passed something and what may be written about it.
import type { Ctx } from '#ctx'
import { inLanguage, levelName } from '#features/achievements/index.ts'
import { inParis } from '#kit/paris-time.ts'
import { currentPeriod, type Period } from '../../browser/progress.ts'
import { readPeriods } from '../../programmes/get-programme.ts'
import { listClassBooklets } from '../class-booklets.ts'
import { presentPeriod, sayIn } from '../present-booklet.ts'
import type { Booklet, BookletPeriod } from '../read-booklets.ts'
import { prepareText } from './prepare-text.ts'

export type BonusBadge = { name: string; level: string | null; at: Date }
/** `prepared`: what BOAT proposes; `text`: what the teacher made of it. */
export type BonusLine = {
  personId: string
  givenName: string
  familyName: string
  className: string
  badges: BonusBadge[]
  standing: string | null
  prepared: string
  text: string
  isEdited: boolean
}
export type Bonus = { period: Period; periods: Period[]; cohorts: string[]; cohort: string | undefined; lines: BonusLine[] }

/** Those with nothing yet are not in it: nothing is written about them. */
export async function readBonus(ctx: Ctx, programmeId: string, asked: { periodId?: string | undefined; cohort?: string | undefined } = {}): Promise<Bonus> {
  const booklets = await listClassBooklets(ctx, programmeId)
  const periods = await readPeriods(ctx, programmeId)
  const today = inParis(ctx.now()).day
  const running = currentPeriod(
    periods.map((period) => ({ ...period, done: 0, isExcepted: false, state: period.endsOn < today ? 'over' : period.startsOn > today ? 'ahead' : 'now' })),
  )
  const period = periods.find(({ periodId }) => periodId === asked.periodId) ?? running ?? periods.at(-1)!
  const cohorts = [...new Set(booklets.flatMap((booklet) => booklet.cohorts))].sort(new Intl.Collator('fr').compare)
  const cohort = cohorts.find((name) => name === asked.cohort)
  const edited = await readEdited(ctx, period.periodId)
  const lines = booklets.filter((booklet) => !cohort || booklet.cohorts.includes(cohort)).flatMap((booklet) => writeLine(ctx, booklet, { period, edited }) ?? [])
  return { period, periods, cohorts, cohort, lines }
}

async function readEdited(ctx: Ctx, periodId: string): Promise<Map<string, string>> {
  const rows = await ctx.db.selectFrom('booklet_bonus').select(['person_id', 'text']).where('period_id', '=', periodId).execute()
  return new Map(rows.map((row) => [row.person_id, row.text]))
}

function writeLine(ctx: Ctx, booklet: Booklet, { period, edited }: { period: Period; edited: ReadonlyMap<string, string> }): BonusLine | undefined {
  const { personId, givenName, familyName, cohorts, periods } = booklet
  const own = periods.find(({ periodId }) => periodId === period.periodId)!
  const passed = booklet.badges
    .flatMap((badge) => (badge.passedAt ? [{ ...badge, at: badge.passedAt }] : []))
    .filter(({ at }) => periodOf(periods, inParis(at).day) === own)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  if (passed.length === 0) return undefined
  const badges = passed.map(({ content, levelId, at }) => ({ name: inLanguage(content.name, ctx.locale), level: levelName(content, levelId, ctx.locale), at }))
  // « 2 sur 2 », and of less nothing.
  const standing = own.required > 0 && own.done >= own.required ? presentPeriod(ctx, own, sayIn(ctx)).standing : null
  const prepared = prepareText({ badges, sentences: [own.sentence, ...passed.map(({ sentence }) => sentence)].filter(Boolean) }, { say: sayIn(ctx), locale: ctx.locale })
  const text = edited.get(personId)
  return { personId, givenName, familyName, className: cohorts.join(', '), badges, standing, prepared, text: text ?? prepared, isEdited: text !== undefined }
}

/** The first period that was not over on that day for this pupil; after the last one, the last. */
const periodOf = (periods: readonly BookletPeriod[], day: string): BookletPeriod | undefined => periods.find(({ endsOn }) => day <= endsOn) ?? periods.at(-1)
