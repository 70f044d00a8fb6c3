// A badge, perhaps damaged, or something else altogether? Somebody who dropped a photo must not read that a badge is forged.
import { type Inspection, inspectCredential, type JsonObject, OpenBadgesError } from '@boat/openbadges'

/** What was given, when it is not a badge. Each has its sentence: `found.<kind>`. */
export const FOUND = ['empty', 'picture', 'photo', 'pdf', 'office', 'page', 'text', 'json', 'badge_class', 'issuer', 'claim', 'file'] as const
export type Found = (typeof FOUND)[number]

/** Members of which a badge, however altered, keeps at least one. */
const BADGE_MEMBERS = ['@context', 'credentialSubject', 'proof', 'badge', 'recipient', 'vc']

/** A badge, even one that cannot be read: the report will say what is wrong with it. `address` when that is all there is of it. */
type Recognized = { found: Found } | { found: undefined; address: string | undefined }

export function recognizeDocument(document: Uint8Array | string): Recognized {
  try {
    const inspection = inspectCredential(document)
    const { credential, address } = inspection
    return { found: credential && otherJson(credential, inspection), address }
  } catch (error) {
    return { found: somethingElse(document, error), address: undefined }
  }
}

function otherJson(document: JsonObject, { version, type }: Inspection): Found | undefined {
  if (type.includes('BadgeClass') || type.includes('Achievement')) return 'badge_class'
  if (type.some((name) => ['Issuer', 'Profile'].includes(name))) return 'issuer'
  return version === 'unknown' && !BADGE_MEMBERS.some((member) => document[member] !== undefined) ? 'json' : undefined
}

function somethingElse(document: Uint8Array | string, error: unknown): Found | undefined {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document.slice(0, 4096)) : document
  if (bytes.length === 0) return 'empty'
  const kind = kindOf(bytes)
  const isWhole = error instanceof OpenBadgesError && error.code === 'unsupported_image'
  if (kind === 'picture') return isWhole ? 'picture' : undefined
  if (kind) return kind
  const text = new TextDecoder().decode(bytes).trim()
  if (text === '') return 'empty'
  if (text.includes('\uFFFD')) return 'file'
  if (/^<(?:!doctype html|html|head|body)\b/i.test(text)) return 'page'
  // Cut short or altered, but meant as a badge.
  return text.startsWith('{') || /^eyJ[\w-]*\./.test(text) ? undefined : 'text'
}

const MAGIC: readonly (readonly [offset: number, text: string, found: Found])[] = [
  [0, '\x89PNG', 'picture'],
  [0, '\xff\xd8\xff', 'photo'],
  [0, 'GIF8', 'photo'],
  [8, 'WEBP', 'photo'],
  [4, 'ftyp', 'photo'],
  [0, '%PDF', 'pdf'],
  [0, 'PK\x03\x04', 'office'],
  [0, '\xd0\xcf\x11\xe0', 'office'],
]

function kindOf(bytes: Uint8Array): Found | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 512))
  const known = MAGIC.find(([offset, text]) => head.startsWith(text, offset))
  if (known) return known[2]
  return /^(?:\xef\xbb\xbf)?\s*<(?:svg\b|\?xml|!--|!doctype svg)/i.test(head) && /<svg\b/i.test(head) ? 'picture' : undefined
}
