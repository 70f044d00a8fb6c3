// The form of a CV while it is filled: read from its fields, changed by its buttons, the same in a browser and on the server.
import { type CvContent, type CvContentInput, type CvInput, type CvLocale, type LanguageLevel, MOST } from '../cv/cv.schema.ts'
import { writeMonth } from '../cv/month.schema.ts'

export const lists = ['experiences', 'educations', 'languages', 'links', 'badges'] as const
export type List = (typeof lists)[number]
/** What is typed stays in its row, wherever the row goes. */
export type Row = { key: number; values: Record<string, string> }
export type Draft = { values: Record<string, string>; skills: string[] } & Record<List, Row[]>

const SINGLE = ['name', 'headline', 'email', 'phone', 'town', 'website', 'summary', 'interests'] as const
const LIMIT: Record<List, number> = { experiences: MOST.entries, educations: MOST.entries, languages: MOST.languages, links: MOST.links, badges: MOST.badges }
export const isFull = (draft: Draft, list: List): boolean => draft[list].length >= LIMIT[list]

const rowsOf = (entries: readonly Record<string, string>[]): Row[] => entries.map((values, key) => ({ key, values }))

export function draftOf({ title, locale, content, badgeIds }: { title: string; locale: CvLocale; content: CvContent; badgeIds: readonly string[] }): Draft {
  const dated = <Entry extends { from: string; to: string }>(entry: Entry) => ({ ...entry, from: writeMonth(entry.from), to: writeMonth(entry.to) })
  return {
    values: { title, locale, ...Object.fromEntries(SINGLE.map((name) => [name, content[name]])), ownSkills: content.ownSkills.join('\n') },
    experiences: rowsOf(content.experiences.map(dated)),
    educations: rowsOf(content.educations.map(dated)),
    languages: rowsOf(content.languages),
    links: rowsOf(content.links),
    badges: rowsOf(badgeIds.map((id) => ({ id, sentence: content.sentences[id] ?? '' }))),
    skills: content.skills,
  }
}

/** `experiences.0.role` and the like become rows, in the order in which they stand. */
export function readDraft(entries: Iterable<[string, unknown]>): Draft {
  const draft: Draft = { values: {}, skills: [], experiences: [], educations: [], languages: [], links: [], badges: [] }
  const rows: Record<string, Map<number, Row>> = {}
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue
    const text = value.replaceAll('\r\n', '\n')
    const parts = /^([a-z]+)\.(\d{1,4})\.([a-zA-Z]+)$/.exec(name)
    const list = lists.find((known) => known === parts?.[1])
    if (name === 'skills') draft.skills.push(text)
    else if (parts && list) {
      const place = Number(parts[2])
      rows[list] ??= new Map()
      const row = rows[list].get(place) ?? { key: place, values: {} }
      if (parts[3] === 'key') row.key = Number(text) || 0
      else row.values[parts[3]!] = text
      rows[list].set(place, row)
    } else if (!parts) draft.values[name] = text
  }
  for (const list of lists) draft[list] = uniquely([...(rows[list] ?? [])].toSorted(([one], [other]) => one - other).map(([, row]) => row))
  return draft
}

const uniquely = (rows: Row[]): Row[] => (new Set(rows.map(({ key }) => key)).size === rows.length ? rows : rows.map(({ values }, key) => ({ key, values })))

/** What a button of the form does: `add:links`, `remove:links:2`, `up:links:2`, `down:links:2`. */
export function press(draft: Draft, intent: string): Draft {
  const [act, name, at] = intent.split(':')
  const list = lists.find((known) => known === name)
  if (!list) return draft
  const rows = draft[list]
  const place = Number(at)
  if (act === 'add') return isFull(draft, list) ? draft : { ...draft, [list]: [...rows, { key: nextKey(rows), values: {} }] }
  if (!rows[place]) return draft
  if (act === 'remove') return { ...draft, [list]: rows.filter((_, index) => index !== place) }
  const other = act === 'up' ? place - 1 : act === 'down' ? place + 1 : place
  return rows[other] ? { ...draft, [list]: rows.with(place, rows[other]).with(other, rows[place]) } : draft
}

const nextKey = (rows: readonly Row[]) => Math.max(-1, ...rows.map(({ key }) => key)) + 1

/** Ticked badges join those that stand there, each with the sentence that its person has written for themselves. */
export function addBadges(draft: Draft, badges: readonly { badgeId: string; sentence: string }[]): Draft {
  const there = new Set(draft.badges.map(({ values }) => values['id']))
  const fresh = badges.filter(({ badgeId }) => !there.has(badgeId))
  const first = nextKey(draft.badges)
  const added = fresh.map(({ badgeId, sentence }, index) => ({ key: first + index, values: { id: badgeId, sentence } }))
  return { ...draft, badges: [...draft.badges, ...added].slice(0, MOST.badges) }
}

/** Not read yet: the schema says what it cannot take, by the place where it stands. */
export function inputOf({ values, skills, ...rows }: Draft): CvInput {
  const entries = <Name extends string>(list: Row[], names: readonly Name[]) =>
    list.map((row) => Object.fromEntries(names.map((name) => [name, row.values[name] ?? ''])) as Record<Name, string>)
  const content: CvContentInput = {
    ...(Object.fromEntries(SINGLE.map((name) => [name, values[name] ?? ''])) as Record<(typeof SINGLE)[number], string>),
    experiences: entries(rows.experiences, ['kind', 'role', 'organization', 'place', 'from', 'to', 'text'] as const).map((entry) => ({
      ...entry,
      kind: entry.kind === 'volunteering' ? 'volunteering' : 'work',
    })),
    educations: entries(rows.educations, ['title', 'organization', 'place', 'from', 'to', 'text'] as const),
    languages: entries(rows.languages, ['name', 'level'] as const).map(({ name, level }) => ({ name, level: level as LanguageLevel | '' })),
    links: entries(rows.links, ['label', 'url'] as const),
    skills,
    ownSkills: (values['ownSkills'] ?? '')
      .split(/[\n,;]/)
      .map((name) => name.trim())
      .filter(Boolean),
    sentences: Object.fromEntries(rows.badges.map((row) => [row.values['id'] ?? '', row.values['sentence'] ?? ''])),
    interests: values['interests'] ?? '',
  }
  return { title: values['title'] ?? '', locale: values['locale'] === 'en' ? 'en' : 'fr', content, badgeIds: rows.badges.map((row) => row.values['id'] ?? '') }
}
