import { type CredentialStatus, EndorsementCredential, type UnsignedEndorsementCredential } from '../terms/credential.ts'
import { type AchievementCredentialInput, contextsFor, parseCredential, writeProfile } from './build-achievement-credential.ts'
import { withTypes, writeDate } from './write-terms.ts'

/** What `buildEndorsementCredential` takes. */
export type EndorsementCredentialInput = {
  /** The endorsement's own address or URN. */
  id: string
  /** Who endorses. */
  issuer: AchievementCredentialInput['issuer']
  /** The id of what is endorsed: an issuer, an achievement, a credential. */
  endorsed: string
  /** The words of the endorsement. */
  comment?: string
  /** What the endorsement is called where it is shown. */
  name: string
  description?: string
  validFrom: Date | string
  validUntil?: Date | string
  awardedDate?: Date | string
  credentialStatus?: CredentialStatus
  evidence?: AchievementCredentialInput['evidence']
}

/**
 * A plain description of an endorsement → the Open Badges 3.0 credential, ready to be signed. Put the signed one into
 * `endorsement` of what it endorses before that is signed, or publish it beside.
 *
 * @throws OpenBadgesError `invalid_credential`, with the path of what is missing or wrong in its message
 * @see https://www.imsglobal.org/spec/ob/v3p0/#endorsementcredential
 * @example
 * buildEndorsementCredential({ id: 'urn:uuid:…', issuer: { id: 'did:web:ministry.example' }, endorsed: achievement.id,
 *   name: 'Endorsement by the ministry', comment: 'Meets the framework.', validFrom: now })
 */
export function buildEndorsementCredential(input: EndorsementCredentialInput): UnsignedEndorsementCredential {
  return parseCredential(EndorsementCredential, {
    '@context': contextsFor([input.credentialStatus]),
    id: input.id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: writeProfile(input.issuer),
    validFrom: writeDate(input.validFrom),
    validUntil: writeDate(input.validUntil),
    awardedDate: writeDate(input.awardedDate),
    name: input.name,
    description: input.description,
    credentialSubject: { id: input.endorsed, type: ['EndorsementSubject'], endorsementComment: input.comment },
    evidence: withTypes('Evidence', input.evidence),
    credentialStatus: input.credentialStatus,
  })
}
