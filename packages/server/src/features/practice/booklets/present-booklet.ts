// A booklet in words, for the screen and for paper.
import type { Ctx } from '#ctx'
import { inLanguage, levelName } from '#features/achievements/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import type { Booklet, BookletBadge, BookletPeriod } from './read-booklets.ts'
import type { Told } from './read-told.ts'

type Say = (key: string, values?: Record<string, unknown>) => string
export const sayIn =
  (ctx: Ctx): Say =>
  (key, values) =>
    translate(ctx.locale)(`booklets:${key}`, values ?? {})

/** « 12 oct. »: in a story of one school year the year says itself. */
const shortDay = (at: Date, locale: Ctx['locale']) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { day: 'numeric', month: 'short', timeZone: 'Europe/Paris' })
    .format(at)
    .replace(/^1 /, locale === 'fr' ? '1er ' : '1 ')

const dayOf = (iso: string) => new Date(`${iso}T12:00:00Z`)

export function presentBooklet(ctx: Ctx, booklet: Booklet) {
  const say = sayIn(ctx)
  const { programme, personId, givenName, familyName, cohorts, badges, periods } = booklet
  return {
    programmeId: programme.programmeId,
    programme: programme.name,
    schoolYear: programme.schoolYear,
    organization: programme.organizationName,
    teachers: programme.teachers,
    personId,
    name: `${givenName} ${familyName}`.trim(),
    givenName,
    className: cohorts.join(', '),
    periods: periods.map((period) => ({ periodId: period.periodId, name: period.name, ...presentPeriod(ctx, period, say), sentence: period.sentence, state: period.state })),
    badges: badges.map((badge) => presentBadge(ctx, badge, say)),
  }
}
export type PresentedBooklet = ReturnType<typeof presentBooklet>

export function presentPeriod(ctx: Ctx, { startsOn, endsOn, required, done, state }: BookletPeriod, say: Say) {
  const key = required === 0 ? 'free' : done > 0 ? 'standing' : state === 'over' ? 'none' : 'to_choose'
  return {
    days: say('period.days', { from: shortDay(dayOf(startsOn), ctx.locale), until: formatDay(dayOf(endsOn), ctx.locale) }),
    standing: say(`period.${key}`, { done, required }),
  }
}

function presentBadge(ctx: Ctx, badge: BookletBadge, say: Say) {
  const { achievementId, imageId, content, state, at, levelId, sentence, told, toRedo } = badge
  const level = levelName(content, levelId, ctx.locale)
  return {
    achievementId,
    imageId,
    name: inLanguage(content.name, ctx.locale),
    imageAlt: inLanguage(content.imageAlt, ctx.locale),
    state,
    standing: [say(`state.${state}`, { date: at ? formatDay(at, ctx.locale) : '' }), ...(level && state === 'passed' ? [level] : [])].join(' · '),
    sentence,
    told: told.map((one) => presentTold(ctx, one, { badge, say })),
    toRedo: toRedo.map((resource) => ({ resourceId: resource.resourceId, title: inLanguage(resource.title, ctx.locale) })),
  }
}

function presentTold(ctx: Ctx, { at, verdict, selfAssessment, teacher, advice, levelId, remarks }: Told, { badge, say }: { badge: BookletBadge; say: Say }) {
  const kind = verdict ?? 'ready'
  const level = levelName(badge.content, levelId, ctx.locale)
  return {
    kind,
    day: formatDay(at, ctx.locale),
    short: say(`story.${kind}`, { date: shortDay(at, ctx.locale) }) + (level ? ` (${level})` : ''),
    teacher,
    said: selfAssessment && say(`self.${selfAssessment}`),
    lines: [...remarks.map(({ text }) => text), ...(advice ? [advice] : [])],
  }
}
