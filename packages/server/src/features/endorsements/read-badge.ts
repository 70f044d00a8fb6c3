import { fromAssertion, type JsonObject, type JsonValue } from '@boat/openbadges'
import { asSystem, type Ctx } from '#ctx'
import { type AchievementContent, inLanguage } from '#features/achievements/index.ts'
import { credentialUrl, getCredential } from '#features/credentials/index.ts'
import { isUuid } from '#kit/uuid.ts'
import { type BadgeFace, faceOfImported, faceOfReceived, type Summary, selectImported, selectReceived } from './read-faces.ts'

export type Evidence = { url: string | null; name: string | null; narrative: string | null }
/** A badge that somebody keeps, as far as an endorsement is concerned. */
export type KeptBadge = BadgeFace & {
  description: string
  /** Markdown of who defined the badge. */
  criteria: string
  narrative: string | null
  evidence: Evidence[]
  /** The id that an endorsement names: of the very credential, not of the badge as such. */
  endorsed: string
  /** Whether whoever has its address may see it. */
  isPublic: boolean
}

/** Reads for whoever has made sure that they may see it; this looks at nobody. */
export async function readBadge(ctx: Ctx, badgeId: string): Promise<KeptBadge | undefined> {
  if (!isUuid(badgeId)) return undefined
  return (await readReceived(ctx, badgeId)) ?? (await readImported(ctx, badgeId))
}

async function readReceived(ctx: Ctx, badgeId: string): Promise<KeptBadge | undefined> {
  const row = await selectReceived(ctx, [badgeId]).executeTakeFirst()
  if (!row) return undefined
  const { document, isShared } = await getCredential(asSystem(ctx), badgeId)
  const content = row.content as AchievementContent
  return {
    ...faceOfReceived(row, ctx.locale),
    description: inLanguage(content.description, ctx.locale),
    criteria: inLanguage(content.criteria, ctx.locale),
    ...readSaid(JSON.parse(document ?? '{}')),
    endorsed: credentialUrl(ctx, badgeId),
    isPublic: isShared,
  }
}

async function readImported(ctx: Ctx, badgeId: string): Promise<KeptBadge | undefined> {
  const row = await selectImported(ctx, [badgeId]).select(['document', 'version', 'credential_id', 'address', 'digest']).executeTakeFirst()
  if (!row) return undefined
  const document = /^[012]\./.test(row.version) ? fromAssertion(row.document as JsonObject) : (row.document as JsonObject)
  return {
    ...faceOfImported(row, ctx.locale),
    description: (row.summary as Summary).description ?? '',
    criteria: words(first(first(first(document.credentialSubject)?.achievement)?.criteria)?.narrative) ?? '',
    ...readSaid(document),
    // A badge that has no address is named by its very bytes (RFC 6920).
    endorsed: [row.credential_id, row.address].find((id) => isUri(id)) ?? `ni:///sha-256;${row.digest.toString('base64url')}`,
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
