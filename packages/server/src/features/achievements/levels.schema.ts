// The levels of a badge, from the first to the highest: what the designer writes, a list names and a credential records.
import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'
import { inLanguage, type LocalizedText } from './localized-text.ts'

export const MAX_LEVELS = 6
const LevelId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)

/** The id never changes: it ties what was given under one version to what is given under the next. */
export const Level = z.object({
  id: LevelId,
  name: z.object({ fr: text(40).min(1, 'required'), en: text(40).optional() }),
  description: z.object({ fr: text(600).min(1, 'required'), en: text(600).optional() }),
})
export const DraftLevel = z.object({
  id: LevelId,
  name: z.object({ fr: text(40), en: text(40).optional() }),
  description: z.object({ fr: text(600), en: text(600).optional() }),
})
export type Level = z.infer<typeof Level>
export type DraftLevel = z.infer<typeof DraftLevel>

export const distinct = (levels: { id: string }[]): boolean => new Set(levels.map(({ id }) => id)).size === levels.length

type WithLevels = { levels: readonly Level[] }

export const findLevel = ({ levels }: WithLevels, levelId: string | null | undefined): Level | undefined => levels.find(({ id }) => id === levelId)

/** The level that somebody wrote in a list: its id or its name in any language, accents and capitals aside. */
export function matchLevel({ levels }: WithLevels, written: string): Level | undefined {
  const wanted = fold(written)
  return levels.find(({ id, name }) => [id, name.fr, name.en ?? ''].some((known) => known !== '' && fold(known) === wanted))
}

/** « Argent », or nothing for a badge given without a level. */
export function levelName(content: WithLevels, levelId: string | null | undefined, locale: 'fr' | 'en'): string | null {
  const level = findLevel(content, levelId)
  return level ? inLanguage(level.name, locale) : null
}

export const presentLevels = (levels: readonly DraftLevel[], locale: 'fr' | 'en') =>
  levels.map(({ id, name, description }) => ({ id, name: inLanguage(name, locale), description: inLanguage(description, locale) }))

/** « Éco-citoyen · Argent »: how a badge received at a level is called. */
export function nameAtLevel(content: WithLevels & { name: LocalizedText }, levelId: string | null | undefined, locale: 'fr' | 'en'): string {
  const level = levelName(content, levelId, locale)
  return [inLanguage(content.name, locale), ...(level ? [level] : [])].join('\u00a0· ')
}

/** An id for a new level: from its name, and never one that is taken. */
export function newLevelId(name: string, taken: readonly string[]): string {
  const base = fold(name).replaceAll(' ', '-').slice(0, 40).replace(/-$/, '') || 'niveau'
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.includes(id)) return id
  }
}

const fold = (value: string): string =>
  value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
