// Finding one's way among what one keeps: by words, and by what badges have in common. All of it is read already, so nothing here asks the database.
import type { CollectedBadge } from './list-collection.ts'
import { keyOf } from './read-skills.ts'

export const FILTERS = ['issuer', 'skill', 'tag', 'state'] as const
export type Filter = (typeof FILTERS)[number]
export type Wanted = { q: string } & Record<Filter, string>
export type Choice = { value: string; count: number }

/** `unverified`: what could not be verified, or not yet. */
export type Standing = 'valid' | 'expired' | 'revoked' | 'unverified'
export const standingOf = ({ state }: Pick<CollectedBadge, 'state'>): Standing => (state === 'invalid' || state === 'unknown' ? 'unverified' : state)

const VALUES: Record<Filter, (badge: CollectedBadge) => readonly string[]> = {
  issuer: ({ issuerName }) => (issuerName ? [issuerName] : []),
  skill: ({ skills }) => skills.map(({ name }) => name),
  tag: ({ tags }) => tags,
  state: (badge) => [standingOf(badge)],
}

/** Those that hold every word that is looked for, wherever it stands in them, and every choice. Accents and capitals do not count. */
export function browseCollection(badges: readonly CollectedBadge[], wanted: Wanted): CollectedBadge[] {
  const words = keyOf(wanted.q).split(/\s+/).filter(Boolean)
  const chosen = FILTERS.filter((filter) => wanted[filter] !== '').map((filter) => [VALUES[filter], keyOf(wanted[filter])] as const)
  return badges.filter((badge) => {
    if (!chosen.every(([valuesOf, key]) => valuesOf(badge).some((value) => keyOf(value) === key))) return false
    if (words.length === 0) return true
    const text = textOf(badge)
    return words.every((word) => text.includes(word))
  })
}

const textOf = ({ name, issuerName, authorName, description, skills, tags, sentence }: CollectedBadge): string =>
  keyOf([name, issuerName, authorName, description, ...skills.flatMap((skill) => [skill.name, skill.framework]), ...tags, sentence].join('\n'))

/** What one may choose of each filter, from A to Z, with how many badges. */
export function listChoices(badges: readonly CollectedBadge[]): Record<Filter, Choice[]> {
  const choicesOf = (filter: Filter) => [...groupBy(badges, VALUES[filter])].map(([value, { length }]) => ({ value, count: length }))
  return { issuer: choicesOf('issuer'), skill: choicesOf('skill'), tag: choicesOf('tag'), state: choicesOf('state') }
}

export const groupByIssuer = (badges: readonly CollectedBadge[]) => groupBy(badges, VALUES.issuer)
export const groupBySkill = (badges: readonly CollectedBadge[]) => groupBy(badges, VALUES.skill)

/** In alphabetical order, by the spelling that came first. */
function groupBy(badges: readonly CollectedBadge[], valuesOf: (badge: CollectedBadge) => readonly string[]): Map<string, CollectedBadge[]> {
  const groups = new Map<string, { value: string; badges: CollectedBadge[] }>()
  for (const badge of badges)
    for (const value of valuesOf(badge)) {
      const key = keyOf(value)
      const group = groups.get(key)
      if (group) group.badges.push(badge)
      else groups.set(key, { value, badges: [badge] })
    }
  return new Map([...groups.values()].toSorted((one, other) => COLLATOR.compare(one.value, other.value)).map(({ value, badges }) => [value, badges] as const))
}

const COLLATOR = new Intl.Collator('fr', { sensitivity: 'base', numeric: true })
