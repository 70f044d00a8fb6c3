import type { ImportedBadge } from '../imports/read-imports.ts'
import { achievementsOf, credentialOf, isBefore3, isObject, list, webAddress, words } from './parts-of-import.ts'

/** What a badge says that its holder can do: a descriptor of a framework that it is aligned with, or a keyword of its author. */
export type Skill = { name: string; framework: string | null; url: string | null; kind: 'alignment' | 'keyword' }

type Aligned = { targetName?: unknown; targetFramework?: unknown; targetUrl?: unknown }

export function readSkills(alignments: readonly Aligned[], keywords: readonly unknown[]): Skill[] {
  const aligned = alignments.flatMap(({ targetName, targetFramework, targetUrl }): Skill[] => {
    const name = words(targetName)
    return name ? [{ name, framework: words(targetFramework) ?? null, url: webAddress(targetUrl), kind: 'alignment' }] : []
  })
  const others = keywords.flatMap((keyword): Skill[] => {
    const name = words(keyword)
    return name ? [{ name, framework: null, url: null, kind: 'keyword' }] : []
  })
  const seen = new Set<string>()
  return [...aligned, ...others].filter(({ name }) => !seen.has(keyOf(name)) && seen.add(keyOf(name)))
}

/** Two spellings of one skill, accents and capitals aside. */
export const keyOf = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** What an imported badge says of itself, of whatever version. */
export function alignmentsOf({ alignments, keywords, version }: Pick<ImportedBadge, 'alignments' | 'keywords' | 'version'>): [alignments: Aligned[], keywords: unknown[]] {
  if (!isBefore3(version)) return [alignments.filter(isObject), keywords]
  const upgraded = achievementsOf(credentialOf({ document: { badge: { alignment: alignments, tags: keywords } }, version }))
  return [upgraded.flatMap(({ alignment }) => list(alignment).filter(isObject)), keywords]
}
