/** VC Data Model 2.0: the first context of everything that is issued. */
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2'
/** VC Data Model 1.1: read, never written. */
export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1'
/** Open Badges 3.0, the version that is written. */
export const OPEN_BADGES_V3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
/** The terms `1EdTech…` of status, schema and refresh types. */
export const OPEN_BADGES_V3_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
/** Open Badges 2.0. */
export const OPEN_BADGES_V2 = 'https://w3id.org/openbadges/v2'
/** Open Badges 1.1. */
export const OPEN_BADGES_V1 = 'https://w3id.org/openbadges/v1'
/** Comprehensive Learner Record 2.0. */
export const CLR_V2 = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
/** DID documents. */
export const DID_V1 = 'https://www.w3.org/ns/did/v1'
/** Keys as `Multikey`. */
export const MULTIKEY_V1 = 'https://w3id.org/security/multikey/v1'
/** Keys as `JsonWebKey`. */
export const JWK_V1 = 'https://w3id.org/security/jwk/v1'

/** Whether the address is one of the Open Badges 3.0 contexts (any 3.0.x). */
export function isOpenBadges3Context(url: unknown): boolean {
  return typeof url === 'string' && /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(?:-3\.0\.\d)?\.json$/.test(url)
}
