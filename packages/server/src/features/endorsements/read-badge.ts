import { fromAssertion, type JsonObject, type JsonValue } from '@boat/openbadges'
import { asSystem, type Ctx } from '#ctx'
import { getVersion, inLanguage, nameAtLevel } from '#features/achievements/index.ts'
import { credentialUrl, getCredential } from '#features/credentials/index.ts'
import { isUuid } from '#kit/uuid.ts'
import { translate } from '#web/translations.ts'

export type Evidence = { url: string | null; name: string | null; narrative: string | null }
/** A badge that somebody keeps, as far as an endorsement is concerned; received here or brought from elsewhere. */
export type KeptBadge = {
  badgeId: string
  kind: 'received' | 'imported'
  holderId: string | null
  name: string
  description: string
  /** Markdown of who defined the badge. */
  criteria: string
  issuerName: string
  picture: { imageId: string; alt: string } | 'imported' | null
  narrative: string | null
  evidence: Evidence[]
  /** The id that an endorsement names: of the very credential, not of the badge as such. */
  endorsed: string
  isEndorsable: boolean
  /** Whether whoever has its address may see it. */
  isPublic: boolean
}

/** Reads for whoever has made sure that they may see it; this looks at nobody. */
export async function readBadge(ctx: Ctx, badgeId: string): Promise<KeptBadge | undefined> {
  if (!isUuid(badgeId)) return undefined
  return (await readReceived(ctx, badgeId)) ?? (await readImported(ctx, badgeId))
}

async function readReceived(ctx: Ctx, badgeId: string): Promise<KeptBadge | undefined> {
  const row = await ctx.db
    .selectFrom('credential')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select('organization.name')
    .where('credential.id', '=', badgeId)
    .executeTakeFirst()
  if (!row) return undefined
  const credential = await getCredential(asSystem(ctx), badgeId)
  const { content, imageId } = await getVersion(ctx, { versionId: credential.versionId })
  return {
    badgeId,
    kind: 'received',
    holderId: credential.inside?.personId ?? null,
    name: nameAtLevel(content, credential.levelId, ctx.locale),
    description: inLanguage(content.description, ctx.locale),
    criteria: inLanguage(content.criteria, ctx.locale),
    issuerName: row.name,
    picture: { imageId, alt: inLanguage(content.imageAlt, ctx.locale) },
    ...readSaid(JSON.parse(credential.document ?? '{}')),
    endorsed: credentialUrl(ctx, badgeId),
    isEndorsable: credential.state !== 'revoked' && credential.inside?.response !== 'declined',
    isPublic: credential.isShared,
  }
}

type Summary = { name: string | null; description: string | null; issuer: { name: string | null; host: string | null }; level: { name: string } | null }

async function readImported(ctx: Ctx, badgeId: string): Promise<KeptBadge | undefined> {
  const row = await ctx.db
    .selectFrom('imported_badge')
    .select(['person_id', 'summary', 'document', 'version', 'credential_id', 'address', 'digest', 'outcome', 'checks'])
    .select((eb) => eb('picture', 'is not', null).as('has_picture'))
    .where('id', '=', badgeId)
    .executeTakeFirst()
  if (!row) return undefined
  const summary = row.summary as Summary
  const document = /^[012]\./.test(row.version) ? fromAssertion(row.document as JsonObject) : (row.document as JsonObject)
  const name = summary.name ?? translate(ctx.locale)('imports:nameless')
  const failed = (row.checks as { outcome: string; code?: string }[]).filter(({ outcome }) => outcome === 'failed')
  return {
    badgeId,
    kind: 'imported',
    holderId: row.person_id,
    name: summary.level ? `${name} · ${summary.level.name}` : name,
    description: summary.description ?? '',
    criteria: words(first(first(first(document.credentialSubject)?.achievement)?.criteria)?.narrative) ?? '',
    issuerName: summary.issuer.name ?? summary.issuer.host ?? '',
    picture: row.has_picture ? 'imported' : null,
    ...readSaid(document),
    // A badge that has no address is named by its very bytes (RFC 6920).
    endorsed: [row.credential_id, row.address].find((id) => isUri(id)) ?? `ni:///sha-256;${row.digest.toString('base64url')}`,
    isEndorsable: row.outcome !== 'not-verified' || (failed.length > 0 && failed.every(({ code }) => code === 'expired')),
    isPublic: false,
  }
}

/** What a document says of this one award. */
function readSaid(document: JsonObject): { narrative: string | null; evidence: Evidence[] } {
  const narrative = words(first(document.credentialSubject)?.narrative)
  const evidence = list(document.evidence)
    .filter(isObject)
    .slice(0, 20)
    .map((piece): Evidence => {
      const id = words(piece.id)
      const said = words(piece.narrative)
      return { url: id && /^https?:\/\//i.test(id) && URL.canParse(id) ? id : null, name: words(piece.name), narrative: said === narrative ? null : said }
    })
  return { narrative, evidence: evidence.filter(({ url, narrative }) => url ?? narrative) }
}

const isUri = (id: string | null): id is string => id !== null && /^[a-z][a-z0-9+.-]*:\S+$/i.test(id)
const list = (value: JsonValue | undefined): readonly JsonValue[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const isObject = (value: JsonValue): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
const first = (value: JsonValue | undefined): JsonObject | undefined => list(value).find(isObject)
const words = (value: JsonValue | undefined): string | null => (typeof value === 'string' && value.trim() ? value.trim().slice(0, 5000) : null)
