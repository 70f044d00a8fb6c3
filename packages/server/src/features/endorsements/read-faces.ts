import type { Ctx, Locale } from '#ctx'
import { type AchievementContent, inLanguage, nameAtLevel } from '#features/achievements/index.ts'
import { isUuid } from '#kit/uuid.ts'
import { translate } from '#web/translations.ts'

/** A badge that somebody keeps as a list draws it, received here or brought from elsewhere: nothing of what it says. */
export type BadgeFace = {
  badgeId: string
  kind: 'received' | 'imported'
  holderId: string | null
  name: string
  issuerName: string
  picture: { imageId: string; alt: string } | 'imported' | null
  isEndorsable: boolean
}

/** Of many badges at once, received or imported, by their ids. Reads for whoever has made sure that they may see them; this looks at nobody. */
export async function readFaces(ctx: Ctx, badgeIds: readonly string[]): Promise<Map<string, BadgeFace>> {
  const ids = [...new Set(badgeIds)].filter(isUuid)
  if (ids.length === 0) return new Map()
  const [received, imported] = await Promise.all([selectReceived(ctx, ids).execute(), selectImported(ctx, ids).execute()])
  const faces = [...received.map((row) => faceOfReceived(row, ctx.locale)), ...imported.map((row) => faceOfImported(row, ctx.locale))]
  return new Map(faces.map((face) => [face.badgeId, face]))
}

export const selectReceived = (ctx: Ctx, badgeIds: readonly string[]) =>
  ctx.db
    .selectFrom('credential')
    .innerJoin('organization', 'organization.id', 'credential.organization_id')
    .innerJoin('achievement_version', 'achievement_version.id', 'credential.achievement_version_id')
    .select(['credential.id', 'person_id', 'level_id', 'revoked_at', 'response', 'organization.name as issuer_name', 'content', 'image_id'])
    .where('credential.id', 'in', [...badgeIds])

export const selectImported = (ctx: Ctx, badgeIds: readonly string[]) =>
  ctx.db
    .selectFrom('imported_badge')
    .select(['id', 'person_id', 'summary', 'outcome', 'checks'])
    .select((eb) => eb('picture', 'is not', null).as('has_picture'))
    .where('id', 'in', [...badgeIds])

type Received = Awaited<ReturnType<ReturnType<typeof selectReceived>['execute']>>[number]
type Imported = Awaited<ReturnType<ReturnType<typeof selectImported>['execute']>>[number]

export function faceOfReceived(row: Received, locale: Locale): BadgeFace {
  const content = row.content as AchievementContent
  return {
    badgeId: row.id,
    kind: 'received',
    holderId: row.person_id,
    name: nameAtLevel(content, row.level_id, locale),
    issuerName: row.issuer_name,
    picture: { imageId: row.image_id, alt: inLanguage(content.imageAlt, locale) },
    isEndorsable: row.revoked_at === null && row.response !== 'declined',
  }
}

export type Summary = { name: string | null; description: string | null; issuer: { name: string | null; host: string | null }; level: { name: string } | null }

export function faceOfImported(row: Imported, locale: Locale): BadgeFace {
  const summary = row.summary as Summary
  const name = summary.name ?? translate(locale)('imports:nameless')
  const failed = (row.checks as { outcome: string; code?: string }[]).filter(({ outcome }) => outcome === 'failed')
  return {
    badgeId: row.id,
    kind: 'imported',
    holderId: row.person_id,
    name: summary.level ? `${name} · ${summary.level.name}` : name,
    issuerName: summary.issuer.name ?? summary.issuer.host ?? '',
    picture: row.has_picture ? 'imported' : null,
    isEndorsable: row.outcome !== 'not-verified' || (failed.length > 0 && failed.every(({ code }) => code === 'expired')),
  }
}
