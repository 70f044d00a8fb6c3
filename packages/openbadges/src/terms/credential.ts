import { z } from 'zod'
import { AchievementSubject } from './achievement.ts'
import { ProfileRef } from './profile.ts'
import { DateTimeZ, Evidence, Image, oneOrMany, Text, typeWith, Uri } from './shared.ts'

/** The proof of Data Integrity: of which only `type` is certain before it is understood. */
export const Proof = z.looseObject({ type: z.string() })

/** Where the credential's status is found: revoked, suspended … */
export const CredentialStatus = z.looseObject({ id: Uri.optional(), type: z.string() })

const typedReference = z.looseObject({ id: Uri, type: z.string() })

const common = {
  '@context': z.array(z.string()).min(2),
  id: Uri,
  name: Text.optional(),
  description: Text.optional(),
  image: z.union([Uri, Image]).optional(),
  awardedDate: DateTimeZ.optional(),
  issuer: ProfileRef,
  endorsement: oneOrMany(z.looseObject({})).optional(),
  endorsementJwt: oneOrMany(z.string()).optional(),
  evidence: oneOrMany(Evidence).optional(),
  credentialSchema: oneOrMany(typedReference).optional(),
  credentialStatus: oneOrMany(CredentialStatus).optional(),
  refreshService: oneOrMany(typedReference).optional(),
  termsOfUse: oneOrMany(z.looseObject({ type: z.string() })).optional(),
  proof: oneOrMany(Proof).optional(),
}

/** The dates of VC Data Model 2.0. */
const dated2 = { validFrom: DateTimeZ, validUntil: DateTimeZ.optional() }
/** The dates of VC Data Model 1.1. */
const dated1 = { issuanceDate: DateTimeZ, expirationDate: DateTimeZ.optional() }

const achievementType = typeWith('VerifiableCredential').and(typeWith('AchievementCredential', 'OpenBadgeCredential'))
const endorsementType = typeWith('VerifiableCredential').and(typeWith('EndorsementCredential'))

/**
 * What is endorsed (`id`), and the words of it.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#endorsementsubject
 */
export const EndorsementSubject = z.looseObject({
  id: Uri,
  type: typeWith('EndorsementSubject'),
  endorsementComment: Text.optional(),
})

/**
 * A badge somebody received, on VC Data Model 2.0.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 */
export const AchievementCredential = z.looseObject({
  ...common,
  ...dated2,
  type: achievementType,
  credentialSubject: AchievementSubject,
})

/** A badge somebody received, on VC Data Model 1.1. */
export const AchievementCredential1 = z.looseObject({
  ...common,
  ...dated1,
  type: achievementType,
  credentialSubject: AchievementSubject,
})

/** @see https://www.imsglobal.org/spec/ob/v3p0/#endorsementcredential */
export const EndorsementCredential = z.looseObject({
  ...common,
  ...dated2,
  type: endorsementType,
  credentialSubject: EndorsementSubject,
})

/** An endorsement on VC Data Model 1.1. */
export const EndorsementCredential1 = z.looseObject({
  ...common,
  ...dated1,
  type: endorsementType,
  credentialSubject: EndorsementSubject,
})

/** A proof as this package writes it. */
export type DataIntegrityProof = {
  type: 'DataIntegrityProof'
  cryptosuite: string
  created: string
  verificationMethod: string
  proofPurpose: 'assertionMethod'
  proofValue: string
}

export type Proof = z.infer<typeof Proof>
export type CredentialStatus = z.infer<typeof CredentialStatus>
export type EndorsementSubject = z.infer<typeof EndorsementSubject>
export type AchievementCredential = z.infer<typeof AchievementCredential>
export type EndorsementCredential = z.infer<typeof EndorsementCredential>
/** A badge before it is signed: an `AchievementCredential` without `proof`. */
export type UnsignedAchievementCredential = AchievementCredential
/** An endorsement before it is signed. */
export type UnsignedEndorsementCredential = EndorsementCredential
/** Any credential with the proof that `signCredential` adds: one, or several when it had some already. */
export type SignedCredential<C extends object = Record<string, unknown>> = C & { proof: DataIntegrityProof | DataIntegrityProof[] }
