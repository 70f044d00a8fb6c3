import type { Locale } from '#ctx'
import { translate } from '#web/translations.ts'
import { groupByIssuer, groupBySkill } from '../browse-collection.ts'
import type { CollectedBadge } from '../list-collection.ts'
import { keyOf } from '../read-skills.ts'
import type { Card } from './present-card.ts'

export const VIEWS = ['gallery', 'timeline', 'skill', 'issuer'] as const
export type ViewName = (typeof VIEWS)[number]
export const isView = (text: string | null): text is ViewName => VIEWS.some((view) => view === text)

/** `year` stands above the first group of it; `only` is what leads to the whole of a group of which a part is drawn. */
export type Group = { title: string; year?: string; about?: string; count: number; only?: { filter: 'skill' | 'issuer'; value: string }; badges: Card[] }

/** In a group that shares a skill or a giver, so many are enough to recognise it. */
const MOST_IN_GROUP = 12
type PresentCard = (badge: CollectedBadge) => Card

/** The same badges in another order: by month, by what they say, by who gave them. */
export function arrangeView(view: ViewName, badges: readonly CollectedBadge[], { locale, present }: { locale: Locale; present: PresentCard }): Group[] {
  if (view === 'gallery') return [{ title: '', count: badges.length, badges: badges.map(present) }]
  if (view === 'timeline') return byMonth(badges, { locale, present })
  const t = translate(locale)
  const groups = [...(view === 'skill' ? groupBySkill(badges) : groupByIssuer(badges))].map(
    ([title, shared]): Group => ({
      title,
      about: view === 'skill' ? frameworkOf(shared[0]!, title) : '',
      count: shared.length,
      only: { filter: view, value: title },
      badges: shared.slice(0, MOST_IN_GROUP).map(present),
    }),
  )
  const others = badges.filter(({ skills, issuerName }) => (view === 'skill' ? skills.length === 0 : issuerName === ''))
  return others.length === 0 ? groups : [...groups, { title: t(`collection:groups.without_${view}`), count: others.length, badges: others.map(present) }]
}

const frameworkOf = ({ skills }: CollectedBadge, name: string): string => skills.find((skill) => keyOf(skill.name) === keyOf(name))?.framework ?? ''

function byMonth(badges: readonly CollectedBadge[], { locale, present }: { locale: Locale; present: PresentCard }): Group[] {
  const say = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { ...options, timeZone: 'Europe/Paris' })
  const [month, year] = [say({ month: 'long' }), say({ year: 'numeric' })]
  const groups: (Group & { key: string })[] = []
  for (const badge of badges) {
    const at = badge.receivedAt
    const key = at ? `${year.format(at)} ${month.format(at)}` : ''
    const last = groups.at(-1)
    if (last?.key === key) {
      last.badges.push(present(badge))
      last.count++
      continue
    }
    const isNewYear = at !== null && !last?.key.startsWith(year.format(at))
    const title = at ? month.format(at) : translate(locale)('collection:groups.undated')
    groups.push({ key, title, ...(isNewYear && { year: year.format(at) }), count: 1, badges: [present(badge)] })
  }
  return groups.map(({ key: _, ...group }) => group)
}
