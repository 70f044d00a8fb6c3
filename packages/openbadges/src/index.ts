export { ArchiveManifest, type ArchiveProblem, type OpenedArchive, openArchive } from './archive/open-archive.ts'
export { type OpenedZip, openZip, type Unzip, type ZipLimits } from './archive/open-zip.ts'
export { bake, unbake } from './bake/bake.ts'
export { type BakeKeyword, bakePng, unbakePng } from './bake/png.ts'
export { bakeSvg, unbakeSvg } from './bake/svg.ts'
export {
  type AchievementCredentialInput,
  type AchievementInput,
  buildAchievementCredential,
  type RecipientInput,
} from './build/build-achievement-credential.ts'
export { type AssociationInput, buildClrCredential, type ClrCredentialInput } from './build/build-clr-credential.ts'
export { buildEndorsementCredential, type EndorsementCredentialInput } from './build/build-endorsement-credential.ts'
export { type PinnedContext, pinnedContexts } from './contexts/index.ts'
export {
  buildDidDocument,
  buildVerificationMethods,
  type DidDocument,
  type DidKey,
  type VerificationMethod,
} from './did/did-document.ts'
export { didKeyFromPublicKey, publicKeyFromDid } from './did/did-key.ts'
export { didWebFromUrl, didWebToUrl } from './did/did-web.ts'
export { publicKeyFromJwk, publicKeyToJwk } from './did/jwk.ts'
export { OpenBadgesError, type OpenBadgesErrorCode } from './errors.ts'
export { canonicalize, type Sha256 } from './proof/canonicalize.ts'
export type { CryptosuiteName } from './proof/cryptosuite.ts'
export { decodeMultikey, encodeMultikey, type MultikeyType } from './proof/multikey.ts'
export { type SignOptions, signCredential } from './proof/sign-credential.ts'
export { signCredentialJwt } from './proof/sign-credential-jwt.ts'
export type { Algorithm, PublicKey, RsaPublicJwk, Signer, Verifier, Verifiers } from './proof/signer.ts'
export { verifyProof } from './proof/verify-proof.ts'
export { allocateIndex } from './status/allocate-index.ts'
export {
  buildStatusListCredential,
  type StatusListCredential,
  type StatusPurpose,
  statusEntry,
} from './status/build-status-list-credential.ts'
export { decodeStatusList, encodeStatusList } from './status/encode-status-list.ts'
export { createStatusList, getStatus, getStatusValue, type StatusList, setStatus } from './status/status-list.ts'
export type { Holes, JsonFrame } from './template/holes.ts'
export { type CompactCredential, renderSigned, signCompact, signFromTemplate, type TemplateSignOptions } from './template/sign-from-template.ts'
export { compileTemplate, fillTemplate, type HoleValues, renderTemplate, type Template } from './template/template.ts'
export type * from './terms/achievement.ts'
export { Achievement } from './terms/achievement.ts'
export { ClrCredential } from './terms/clr.ts'
export type * from './terms/credential.ts'
export { AchievementCredential, EndorsementCredential } from './terms/credential.ts'
export { hashIdentity, type IdentityType, identityObject, matchesIdentity } from './terms/identity.ts'
export { cloneJson, type JsonObject, type JsonValue } from './terms/json.ts'
export type * from './terms/profile.ts'
export { Profile } from './terms/profile.ts'
export type * from './terms/shared.ts'
export { fromAssertion } from './v2/from-assertion.ts'
export { type AssertionAddresses, toAssertion } from './v2/to-assertion.ts'
export { detectVersion } from './verify/detect-version.ts'
export { type ConformanceProblem, findProblems } from './verify/find-problems.ts'
export { type Inspection, inspectCredential } from './verify/inspect-credential.ts'
export type { Load, LoadedDocument } from './verify/load-document.ts'
export type { Check, CheckCode, CheckName, CheckOutcome, OpenBadgesVersion, VerificationReport, Warning, WarningCode } from './verify/report.ts'
export type { KnownRecipient } from './verify/verification.ts'
export { type VerifyOptions, verifyCredential } from './verify/verify-credential.ts'
