import type { VerificationReport } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { type AchievementContent, inLanguage, nameAtLevel } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'
import { translate } from '#web/translations.ts'
import { keyOf } from '../../collection/read-skills.ts'
import { type ImportedBadge, stateOf } from '../../imports/read-imports.ts'
import { findProtected } from '../find-protected.ts'

export type ShownTo = {
  badgeId: string
  personId: string
  personName: string
  familyName: string
  receivedAt: Date | null
  /** What a reader must know of it; nothing where all is well. */
  doubts: ShownDoubt[]
}
/** `another`: nothing proves that it was given to whoever shows it. */
export type ShownDoubt = 'expired' | 'unverified' | 'another'
/** One badge, with the members who show it. */
export type ShownBadge = {
  key: string
  name: string
  description: string
  issuerName: string
  picture: { imageId: string; alt: string } | { importedId: string } | null
  people: ShownTo[]
}

type Row = ShownTo & Omit<ShownBadge, 'people'> & { words: string }

const PAGE = 40
const DOUBTS: ShownDoubt[] = ['expired', 'unverified', 'another']

/**
 * What members chose to show to their structure: badge by badge, never person by person. Asked of whoever works with its people in the structure itself
 * (those who may issue): nobody looks in from above. A search knows badges, issuers and skills, and no name of a person.
 */
export async function listShown(ctx: Ctx, { organizationId, search = '', page = 1 }: { organizationId: string; search?: string; page?: number }) {
  await demand(ctx, 'issue', organizationId)
  const rows = [...(await readReceived(ctx, organizationId)), ...(await readImported(ctx, organizationId))]
  const isProtected = await findProtected(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const wanted = keyOf(search).split(/\s+/).filter(Boolean)
  const { compare } = new Intl.Collator(ctx.locale)
  const found = rows.filter(({ personId, words }) => !isProtected.has(personId) && wanted.every((word) => keyOf(words).includes(word)))
  const badges = [...Map.groupBy(found, ({ key }) => key).values()]
    .map((of): ShownBadge => ({ ...pickBadge(of[0]!), people: of.map(pickPerson).toSorted((a, b) => compare(a.familyName, b.familyName) || compare(a.personName, b.personName)) }))
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.issuerName, b.issuerName))
  const pageCount = Math.max(1, Math.ceil(badges.length / PAGE))
  const shownPage = Math.min(Math.max(1, page), pageCount)
  return {
    badges: badges.slice((shownPage - 1) * PAGE, shownPage * PAGE),
    isEmpty: rows.every(({ personId }) => isProtected.has(personId)),
    isLong: badges.length > 8,
    page: shownPage,
    pageCount,
  }
}

const pickBadge = ({ key, name, description, issuerName, picture }: Row) => ({ key, name, description, issuerName, picture })
const pickPerson = ({ badgeId, personId, personName, familyName, receivedAt, doubts }: Row): ShownTo => ({ badgeId, personId, personName, familyName, receivedAt, doubts })

/** Members of today alone: who leaves takes their badges along. */
const shownTo = (ctx: Ctx, organizationId: string) =>
  ctx.db
    .selectFrom('badge_shown')
    .innerJoin('membership', (join) =>
      join.onRef('membership.organization_id', '=', 'badge_shown.organization_id').onRef('membership.person_id', '=', 'badge_shown.person_id').on('membership.left_at', 'is', null),
    )
    .innerJoin('person', 'person.id', 'badge_shown.person_id')
    .select(['person.id as personId', 'given_name', 'family_name'])
    .where('badge_shown.organization_id', '=', organizationId)
    .where('person.closed_at', 'is', null)

async function readReceived(ctx: Ctx, organizationId: string): Promise<Row[]> {
  const rows = await shownTo(ctx, organizationId)
    .innerJoin('credential', (join) => join.onRef('credential.id', '=', 'badge_shown.badge_id').onRef('credential.person_id', '=', 'badge_shown.person_id'))
    .innerJoin('achievement_version', 'achievement_version.id', 'achievement_version_id')
    .innerJoin('organization as issuer', 'issuer.id', 'credential.organization_id')
    .select(['credential.id', 'credential.achievement_id', 'level_id', 'issued_at', 'valid_until', 'image_id', 'content', 'issuer.name as issuer_name'])
    .where('response', '=', 'accepted')
    .where('revoked_at', 'is', null)
    .execute()
  return rows.map((row) => {
    const content = row.content as AchievementContent
    const name = nameAtLevel(content, row.level_id, ctx.locale)
    const description = inLanguage(content.description, ctx.locale)
    return {
      ...personOf(row),
      badgeId: row.id,
      key: [row.achievement_id, row.level_id, row.issuer_name].join('·'),
      name,
      description,
      issuerName: row.issuer_name,
      picture: { imageId: row.image_id, alt: inLanguage(content.imageAlt, ctx.locale) },
      receivedAt: row.issued_at,
      doubts: row.valid_until !== null && row.valid_until <= ctx.now() ? ['expired'] : [],
      words: [name, description, row.issuer_name, ...content.tags, ...content.alignments.map(({ targetName }) => targetName)].join(' '),
    }
  })
}

async function readImported(ctx: Ctx, organizationId: string): Promise<Row[]> {
  const rows = await shownTo(ctx, organizationId)
    .innerJoin('imported_badge', (join) => join.onRef('imported_badge.id', '=', 'badge_shown.badge_id').onRef('imported_badge.person_id', '=', 'badge_shown.person_id'))
    .select(['imported_badge.id', 'summary', 'outcome', 'checks', 'recipient'])
    .select((eb) => eb('picture', 'is not', null).as('has_picture'))
    .execute()
  return rows.flatMap((row) => {
    const state = stateOf(row.outcome as VerificationReport['outcome'], row.checks as ImportedBadge['checks'])
    if (state === 'revoked' || state === 'invalid') return []
    const summary = row.summary as ImportedBadge['summary']
    const name = summary.name ?? translate(ctx.locale)('imports:nameless')
    const issuerName = summary.issuer.name ?? summary.issuer.host ?? ''
    const at = summary.issuedOn === null || summary.issuedOn < '2000' ? null : new Date(summary.issuedOn)
    return {
      ...personOf(row),
      badgeId: row.id,
      key: ['imported', name, issuerName].join('·'),
      name: summary.level ? `${name} · ${summary.level.name}` : name,
      description: summary.description ?? '',
      issuerName,
      picture: row.has_picture ? { importedId: row.id } : null,
      receivedAt: at,
      doubts: DOUBTS.filter((doubt) => (doubt === 'expired' ? state === 'expired' : doubt === 'unverified' ? state === 'unknown' : row.recipient !== 'confirmed')),
      words: [name, summary.description, issuerName].filter(Boolean).join(' '),
    }
  })
}

const personOf = ({ personId, given_name, family_name }: { personId: string; given_name: string; family_name: string }) => ({
  personId,
  familyName: family_name,
  personName: `${given_name} ${family_name}`.trim(),
})
