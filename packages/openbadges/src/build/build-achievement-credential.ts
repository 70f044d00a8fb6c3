import type { z } from 'zod'
import { CREDENTIALS_V2, OPEN_BADGES_V3, OPEN_BADGES_V3_EXTENSIONS } from '../contexts/urls.ts'
import { OpenBadgesError } from '../errors.ts'
import type { Achievement, AchievementSubject, Result } from '../terms/achievement.ts'
import { AchievementCredential, type CredentialStatus, type UnsignedAchievementCredential } from '../terms/credential.ts'
import { asArray, cloneJson } from '../terms/json.ts'
import type { Profile } from '../terms/profile.ts'
import type { Alignment, Evidence, IdentityObject, Image } from '../terms/shared.ts'
import { withType, withTypes, writeDate, writeImage } from './write-terms.ts'

/** A term without its `type`, which is filled in. */
type Untyped<T> = Omit<T, 'type'> & { type?: string | string[] }
/** An image by its address, or with a caption. */
export type ImageInput = string | Untyped<Image>

/** An achievement as it is given: the types inside are filled in. */
export type AchievementInput = Omit<Untyped<Achievement>, 'image' | 'alignment' | 'creator' | 'resultDescription'> & {
  id: string
  name: Achievement['name']
  description: Achievement['description']
  criteria: Achievement['criteria']
  image?: ImageInput
  alignment?: Untyped<Alignment>[]
  creator?: string | Untyped<Profile>
  resultDescription?: Record<string, unknown>[]
}

/** Who receives: at least an `id` (did:…, urn:…, mailto: …) or an identity (see `identityObject`). */
export type RecipientInput = { id?: string; identifier?: IdentityObject | IdentityObject[] }

/** What `buildAchievementCredential` takes. Dates are moments, or texts with a time zone. */
export type AchievementCredentialInput = {
  /** The credential's own address or URN: never used for another. */
  id: string
  issuer: Omit<Untyped<Profile>, 'image'> & { id: string; image?: ImageInput }
  recipient: RecipientInput
  achievement: AchievementInput
  /** From when it is valid: usually when it is issued. */
  validFrom: Date | string
  validUntil?: Date | string
  awardedDate?: Date | string
  /** Default: the achievement's name. */
  name?: Achievement['name']
  description?: Achievement['description']
  image?: ImageInput
  evidence?: Untyped<Evidence>[]
  /** More of the subject: `narrative`, `result[]`, `role`, `term`, `licenseNumber`, `activityStartDate` … */
  subject?: Partial<Omit<AchievementSubject, 'achievement' | 'id' | 'identifier' | 'result'>> & {
    result?: Untyped<Result>[]
  }
  credentialStatus?: CredentialStatus
  endorsement?: Record<string, unknown>[]
  endorsementJwt?: string[]
  credentialSchema?: { id: string; type: string }[]
  refreshService?: { id: string; type: string }
  termsOfUse?: { type: string; [term: string]: unknown }[]
}

/**
 * A plain description of a badge received → the Open Badges 3.0 credential on VC Data Model 2.0, ready to
 * be signed. Every `type` and the `@context` (in the order that the standard asks) are filled in.
 *
 * @throws OpenBadgesError `invalid_credential`, with the path of what is missing or wrong in its message
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 * @example
 * const credential = buildAchievementCredential({
 *   id: 'urn:uuid:0f…', validFrom: now, issuer: { id: 'https://badges.example/issuers/1', name: 'Lycée' },
 *   recipient: { identifier: identityObject({ type: 'emailAddress', value, salt }) },
 *   achievement: { id: 'https://badges.example/achievements/7', name: 'Teamwork', description: '…', criteria: { narrative: '…' } },
 * })
 */
export function buildAchievementCredential(input: AchievementCredentialInput): UnsignedAchievementCredential {
  const identifier = asArray(input.recipient.identifier)
  const credential = {
    id: input.id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: writeProfile(input.issuer),
    validFrom: writeDate(input.validFrom),
    validUntil: writeDate(input.validUntil),
    awardedDate: writeDate(input.awardedDate),
    name: input.name ?? input.achievement.name,
    description: input.description,
    image: writeImage(input.image),
    credentialSubject: {
      id: input.recipient.id,
      type: ['AchievementSubject'],
      identifier: identifier.length > 0 ? identifier : undefined,
      ...input.subject,
      result: withTypes('Result', input.subject?.result),
      achievement: writeAchievement(input.achievement),
    },
    evidence: withTypes('Evidence', input.evidence),
    endorsement: input.endorsement,
    endorsementJwt: input.endorsementJwt,
    credentialStatus: input.credentialStatus,
    credentialSchema: input.credentialSchema,
    refreshService: input.refreshService,
    termsOfUse: input.termsOfUse,
  }
  if (credential.credentialSubject.id === undefined && identifier.length === 0) {
    throw new OpenBadgesError('invalid_credential', 'recipient: an id or an identifier is needed')
  }
  return parseCredential(AchievementCredential, {
    '@context': contextsFor([input.credentialStatus, ...(input.credentialSchema ?? []), input.refreshService]),
    ...credential,
  })
}

/** The contexts of an issued credential: the extensions only where a `1EdTech…` type needs them. */
export function contextsFor(typed: ({ type: string } | undefined)[]): string[] {
  const needsExtensions = typed.some((part) => part?.type.startsWith('1EdTech'))
  const contexts = [CREDENTIALS_V2, OPEN_BADGES_V3]
  return needsExtensions ? [...contexts, OPEN_BADGES_V3_EXTENSIONS] : contexts
}

/** Parses what was built; absent members are left out. Throws `invalid_credential` with the paths. */
export function parseCredential<T extends z.ZodType>(schema: T, built: object): z.infer<T> {
  const result = schema.safeParse(cloneJson(built))
  if (result.success) return result.data
  const issues = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new OpenBadgesError('invalid_credential', issues.join('; '), { cause: result.error })
}

/** A profile with its `type` and its image as an Image. */
export function writeProfile(profile: object & { image?: ImageInput }) {
  return { ...withType('Profile', profile), image: writeImage(profile.image) }
}

/** An achievement with every `type` inside it. */
export function writeAchievement(achievement: AchievementInput) {
  const { creator } = achievement
  return {
    ...withType('Achievement', achievement),
    image: writeImage(achievement.image),
    alignment: withTypes('Alignment', achievement.alignment),
    creator: typeof creator === 'object' ? withType('Profile', creator) : creator,
    resultDescription: withTypes('ResultDescription', achievement.resultDescription)?.map((description: Record<string, unknown>) => ({
      ...description,
      rubricCriterionLevel: withTypes('RubricCriterionLevel', description.rubricCriterionLevel as object[] | undefined),
    })),
  }
}
