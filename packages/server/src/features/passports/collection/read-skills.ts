import { fromAssertion, type JsonObject, type JsonValue } from '@boat/openbadges'
import type { ImportedBadge } from '../imports/read-imports.ts'

/** What a badge says that its holder can do: a descriptor of a framework that it is aligned with, or a keyword of its author. */
export type Skill = { name: string; framework: string | null; url: string | null; kind: 'alignment' | 'keyword' }

type Aligned = { targetName?: unknown; targetFramework?: unknown; targetUrl?: unknown }

export function readSkills(alignments: readonly Aligned[], keywords: readonly unknown[]): Skill[] {
  const aligned = alignments.flatMap(({ targetName, targetFramework, targetUrl }): Skill[] => {
    const name = words(targetName)
    return name ? [{ name, framework: words(targetFramework) ?? null, url: /^https?:\/\//i.test(words(targetUrl) ?? '') ? String(targetUrl) : null, kind: 'alignment' }] : []
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
export function alignmentsOf({ document, version }: ImportedBadge): [alignments: Aligned[], keywords: unknown[]] {
  const credential = /^[012]\./.test(version) ? fromAssertion(document) : document
  const achievements = list(credential.credentialSubject).flatMap((subject) => (isObject(subject) ? list(subject.achievement).filter(isObject) : []))
  return [achievements.flatMap(({ alignment }) => list(alignment).filter(isObject)), achievements.flatMap(({ tag }) => [...list(tag)])]
}

const list = (value: JsonValue | undefined): readonly JsonValue[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const isObject = (value: JsonValue): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim().slice(0, 300) : undefined)
