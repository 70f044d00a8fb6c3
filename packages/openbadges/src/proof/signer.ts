/** The signature algorithms that are known here; every other is refused. */
export type Algorithm = 'Ed25519' | 'P-256' | 'P-384' | 'RS256'

/**
 * Who signs. The private key stays with the caller: in memory, in `node:crypto`, in a KMS.
 *
 * `sign` receives the message itself, not a hash, and returns the raw signature: Ed25519 64 bytes,
 * P-256 (SHA-256) 64 and P-384 (SHA-384) 96 bytes as r‖s (IEEE P1363, not DER), RS256 the modulus' length.
 *
 * @example
 * const key = createPrivateKey(pem) // node:crypto, nine times as fast as pure JavaScript
 * const signer: Signer = {
 *   verificationMethod: 'did:web:badges.example#z6Mk…',
 *   algorithm: 'Ed25519',
 *   sign: (data) => sign(null, data, key),
 * }
 */
export type Signer = {
  /** The id of the public key, as the issuer's document lists it. */
  verificationMethod: string
  algorithm: Algorithm
  sign(data: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** A public key as the verification needs it. */
export type PublicKey = { type: 'Ed25519' | 'P-256' | 'P-384'; publicKey: Uint8Array } | { type: 'RS256'; publicKeyJwk: RsaPublicJwk }

/** An RSA public key; `n` and `e` in base64url. */
export type RsaPublicJwk = { kty: 'RSA'; n: string; e: string }

/**
 * Checks one signature over the message itself. Raw key bytes as in Multikey (compressed point for P-256 and P-384).
 * Give one to be faster than pure JavaScript, or to use hardware.
 */
export type Verifier = (publicKey: Uint8Array, data: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>

/** The verifiers to use instead of the built-in ones, by key type. RS256 always goes through WebCrypto. */
export type Verifiers = Partial<Record<'Ed25519' | 'P-256' | 'P-384', Verifier>>
