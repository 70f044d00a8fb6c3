import { CLR_V2, CREDENTIALS_V2, OPEN_BADGES_V3 } from '../contexts/urls.ts'
import { ClrCredential } from '../terms/clr.ts'
import { asArray } from '../terms/json.ts'
import type { Profile } from '../terms/profile.ts'
import { type AchievementCredentialInput, parseCredential, type RecipientInput, writeProfile } from './build-achievement-credential.ts'
import { withTypes, writeDate } from './write-terms.ts'

/** How one credential or achievement of a record relates to another. */
export type AssociationInput = {
  associationType: 'exactMatchOf' | 'isChildOf' | 'isParentOf' | 'isPartOf' | 'isPeerOf' | 'isRelatedTo' | 'precedes' | 'replacedBy' | `ext:${string}`
  sourceId: string
  targetId: string
}

/** What `buildClrCredential` takes. */
export type ClrCredentialInput = {
  id: string
  /** What the record is called where it is shown. */
  name: string
  description?: string
  /** Who puts the record together; each credential inside keeps its own issuer and its own proof. */
  issuer: AchievementCredentialInput['issuer']
  recipient: RecipientInput & Partial<Pick<Profile, 'name'>>
  /** Signed credentials, each as it was issued. */
  credentials: object[]
  associations?: AssociationInput[]
  validFrom: Date | string
  validUntil?: Date | string
}

/**
 * A person's credentials in one record, a Comprehensive Learner Record 2.0, ready to be signed.
 *
 * @throws OpenBadgesError `invalid_credential`, with the path of what is missing or wrong in its message
 * @see https://www.imsglobal.org/spec/clr/v2p0/#clrcredential
 * @example
 * buildClrCredential({ id: 'urn:uuid:…', name: 'Passeport', issuer, recipient: { id: holder }, credentials: [signed], validFrom: now })
 */
export function buildClrCredential(input: ClrCredentialInput): ClrCredential {
  const identifier = asArray(input.recipient.identifier)
  return parseCredential(ClrCredential, {
    '@context': [CREDENTIALS_V2, CLR_V2, OPEN_BADGES_V3],
    id: input.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: writeProfile(input.issuer),
    validFrom: writeDate(input.validFrom),
    validUntil: writeDate(input.validUntil),
    name: input.name,
    description: input.description,
    credentialSubject: {
      id: input.recipient.id,
      type: ['ClrSubject'],
      identifier: identifier.length > 0 ? identifier : undefined,
      verifiableCredential: input.credentials,
      association: withTypes('Association', input.associations),
    },
  })
}
