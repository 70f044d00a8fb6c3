// Sealing, keyed hashing and random values. The key comes from the configuration and is never stored.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto'

export type Secrets = {
  /** AES-256-GCM: 1 byte of version, 12 of nonce, 16 of tag, then the text. `label` is bound to it: a sealed value cannot be moved to another row. */
  seal(plain: Uint8Array, label: string): Buffer
  open(sealed: Uint8Array, label: string): Uint8Array
  /** Keyed hash for short codes and identifiers that could be guessed without the key. */
  keyedHash(value: string, label: string): Buffer
}

export function createSecrets(key: Uint8Array): Secrets {
  const sealingKey = Buffer.from(hkdfSync('sha256', key, '', 'boat seal v1', 32))
  const hashingKey = Buffer.from(hkdfSync('sha256', key, '', 'boat hash v1', 32))
  return {
    seal(plain, label) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(label))
      const text = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), text])
    },
    open(sealed, label) {
      const bytes = Buffer.from(sealed)
      if (bytes[0] !== 1) throw new Error('unknown seal version')
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(1, 13)).setAAD(Buffer.from(label))
      decipher.setAuthTag(bytes.subarray(13, 29))
      return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()])
    },
    keyedHash: (value, label) => createHmac('sha256', hashingKey).update(label).update('\0').update(value).digest(),
  }
}

/** 256 random bits for links and sessions; only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

// No 0/O, 1/I/L, U/V: a child copies it from paper.
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ'
/** A code that a person types: 8 characters, about 39 bits, always kept behind a keyed hash and a rate limit. */
export const newCode = (): string => Array.from({ length: 8 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')
/** What somebody typed, as it was printed: upper case, without spaces or dashes. */
export const normalizeCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
