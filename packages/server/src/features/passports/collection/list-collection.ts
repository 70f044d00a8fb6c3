import { type Ctx, type Locale, requirePerson } from '#ctx'
import { inLanguage, levelName, nameAtLevel } from '#features/achievements/index.ts'
import { type HeldCredential, listHeld } from '#features/credentials/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { translate } from '#web/translations.ts'
import { type ImportedBadge, type ImportState, listImports } from '../imports/read-imports.ts'
import { alignmentsOf, readSkills, type Skill } from './read-skills.ts'

/** A badge that somebody keeps, wherever it came from, with what they wrote beside it. */
export type CollectedBadge = {
  /** The id of a credential that was issued here, or of an imported badge. */
  badgeId: string
  kind: 'received' | 'imported'
  /** With the level that was reached: « Éco-citoyen · Argent ». */
  name: string
  badgeName: string
  levelName: string | null
  description: string
  issuerName: string
  authorName: string | null
  /** Of the picture: one of ours, or one that came with the import. */
  picture: { imageId: string; alt: string } | { importedId: string } | null
  skills: Skill[]
  receivedAt: Date | null
  validUntil: Date | null
  state: ImportState
  /** What its holder answered; what was imported is theirs by their own will. */
  response: HeldCredential['response']
  isShared: boolean
  /** Their own sentence and words beside it. */
  sentence: string
  tags: string[]
  held?: HeldCredential
  imported?: ImportedBadge
}

/**
 * All that somebody keeps, the newest first: received here or imported, one shape for both. For themselves, or for the platform when it shows what they
 * chose to show; whoever shows it to others looks at `response` and `state` first.
 */
export async function listCollection(ctx: Ctx, personId: string): Promise<CollectedBadge[]> {
  demandReader(ctx, personId)
  return collect(ctx, personId)
}

/** Those of these badges that somebody keeps, in the same order; what is not theirs, or is no id at all, is not among them. */
export async function findCollected(ctx: Ctx, personId: string, badgeIds: readonly string[]): Promise<CollectedBadge[]> {
  demandReader(ctx, personId)
  const ids = [...new Set(badgeIds)].filter(isUuid)
  return ids.length === 0 ? [] : collect(ctx, personId, ids)
}

function demandReader(ctx: Ctx, personId: string): void {
  if (ctx.actor.kind !== 'system' && requirePerson(ctx).personId !== personId) throw refuse('not_allowed')
}

async function collect(ctx: Ctx, personId: string, badgeIds?: readonly string[]): Promise<CollectedBadge[]> {
  const [held, imported, notes] = await Promise.all([
    listHeld(ctx, personId, { credentialIds: badgeIds }),
    listImports(ctx, personId, badgeIds),
    ctx.db
      .selectFrom('badge_note')
      .select(['badge_id', 'sentence', 'tags'])
      .where('person_id', '=', personId)
      .$if(badgeIds !== undefined, (query) => query.where('badge_id', 'in', [...badgeIds!]))
      .execute(),
  ])
  const noteOf = new Map(notes.map(({ badge_id, sentence, tags }) => [badge_id, { sentence, tags }]))
  const all = [...held.map((badge) => ofHeld(badge, ctx.locale)), ...imported.map((badge) => ofImported(badge, ctx.locale))]
  return all
    .map((badge) => ({ ...badge, ...(noteOf.get(badge.badgeId) ?? { sentence: '', tags: [] }) }))
    .toSorted((one, other) => (other.receivedAt?.getTime() ?? 0) - (one.receivedAt?.getTime() ?? 0) || one.badgeId.localeCompare(other.badgeId))
}

type Bare = Omit<CollectedBadge, 'sentence' | 'tags'>

const ofHeld = (held: HeldCredential, locale: Locale): Bare => ({
  badgeId: held.credentialId,
  kind: 'received',
  name: nameAtLevel(held.content, held.levelId, locale),
  badgeName: inLanguage(held.content.name, locale),
  levelName: held.levelId === null ? null : levelName(held.content, held.levelId, locale),
  description: inLanguage(held.content.description, locale),
  issuerName: held.organization.name,
  authorName: held.authorName,
  picture: { imageId: held.imageId, alt: inLanguage(held.content.imageAlt, locale) },
  skills: readSkills(held.content.alignments, held.content.tags),
  receivedAt: held.issuedAt,
  validUntil: held.validUntil,
  state: held.state,
  response: held.response,
  isShared: held.isShared,
  held,
})

function ofImported(imported: ImportedBadge, locale: Locale): Bare {
  const { summary } = imported
  const name = summary.name ?? translate(locale)('imports:nameless')
  return {
    badgeId: imported.importedId,
    kind: 'imported',
    name: summary.level ? `${name} · ${summary.level.name}` : name,
    badgeName: name,
    levelName: summary.level?.name ?? null,
    description: summary.description ?? '',
    issuerName: summary.issuer.name ?? summary.issuer.host ?? '',
    authorName: summary.author,
    picture: imported.hasPicture ? { importedId: imported.importedId } : null,
    skills: readSkills(...alignmentsOf(imported)),
    // Badges of before 1.0 may have no date, and an upgrade then writes the first one there is.
    receivedAt: summary.issuedOn === null || summary.issuedOn < '2000' ? null : new Date(summary.issuedOn),
    validUntil: summary.validUntil === null ? null : new Date(summary.validUntil),
    state: imported.state,
    response: 'accepted',
    isShared: false,
    imported,
  }
}
