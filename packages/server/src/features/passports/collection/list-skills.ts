import { standingOf } from './browse-collection.ts'
import type { CollectedBadge } from './list-collection.ts'
import { keyOf } from './read-skills.ts'

/** A skill with the badges that speak of it. Never a level, never a score: what there is no badge for, nobody knows. */
export type SpokenSkill = {
  name: string
  /** `alignment`: a descriptor of a framework; `keyword`: a word of the badge's author; `tag`: a word of its holder's own. */
  kind: 'alignment' | 'keyword' | 'tag'
  framework: string | null
  /** Where the framework defines it. */
  url: string | null
  badges: CollectedBadge[]
}

/** What badges say, those that hold and those that held; each skill once, however many ways it is written. Most spoken of first. */
export function listSkills(badges: readonly CollectedBadge[]): SpokenSkill[] {
  const skills = new Map<string, SpokenSkill>()
  const add = (badge: CollectedBadge, { name, ...about }: Omit<SpokenSkill, 'badges'>) => {
    const key = keyOf(name)
    const known = skills.get(key)
    if (!known) skills.set(key, { name, ...about, badges: [badge] })
    else {
      if (!known.badges.includes(badge)) known.badges.push(badge)
      // A framework says it more exactly than a keyword does.
      if (RANK.indexOf(about.kind) < RANK.indexOf(known.kind)) Object.assign(known, { name, ...about })
    }
  }
  for (const badge of badges.filter((badge) => badge.response === 'accepted' && ['valid', 'expired'].includes(standingOf(badge)))) {
    for (const skill of badge.skills) add(badge, skill)
    for (const name of badge.tags) add(badge, { name, kind: 'tag', framework: null, url: null })
  }
  return [...skills.values()].toSorted((one, other) => other.badges.length - one.badges.length || one.name.localeCompare(other.name, 'fr'))
}

const RANK = ['alignment', 'keyword', 'tag']
