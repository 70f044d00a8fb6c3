// Owns issuers (one a structure) and their signing keys, and the keys with which people sign in their own name; all sealed at rest.
// Announces nothing; listens to organization.created.
// Standard: Open Badges 3.0 Profile, did:web documents with Multikey verification methods.
export { buildIssuerDidDocument } from './build-issuer-did-document.ts'
export { buildIssuerProfile } from './build-issuer-profile.ts'
export { ensureIssuer } from './ensure-issuer.ts'
export { forgetPersonalKeys } from './forget-personal-keys.ts'
export { getIssuer } from './get-issuer.ts'
export { getPersonalSigner } from './get-personal-signer.ts'
export { getSigner } from './get-signer.ts'
export { issuerDid, issuerUrl } from './issuer-address.ts'
export { OB_CONTEXT } from './ob-context.ts'
export { reassignPersonalKey } from './reassign-personal-key.ts'
export { rotateKey } from './rotate-key.ts'
