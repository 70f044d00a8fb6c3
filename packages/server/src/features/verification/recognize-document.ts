// A badge, perhaps damaged, or something else altogether? Somebody who dropped a photo must not read that a badge is forged.
import { type Inspection, inspectCredential, type JsonObject, OpenBadgesError } from '@boat/openbadges'
import { type Found, notABadge } from './verification.errors.ts'

/** Members of which a badge, however altered, keeps at least one. */
const BADGE_MEMBERS = ['@context', 'credentialSubject', 'proof', 'badge', 'recipient', 'vc']

/**
 * What is inside, or undefined when it is a badge that cannot be read: the report will say what is wrong with it.
 *
 * @throws Refusal `not_a_badge`, with what it is instead
 */
export function recognizeDocument(document: Uint8Array | string): Inspection | undefined {
  let inspection: Inspection
  try {
    inspection = inspectCredential(document)
  } catch (error) {
    const found = somethingElse(document, error)
    if (found) throw notABadge(found)
    return undefined
  }
  const found = inspection.credential && otherJson(inspection.credential, inspection)
  if (found) throw notABadge(found)
  return inspection
}

function otherJson(document: JsonObject, { version, type }: Inspection): Found | undefined {
  if (type.includes('BadgeClass') || type.includes('Achievement')) return 'badge_class'
  if (type.some((name) => ['Issuer', 'Profile'].includes(name))) return 'issuer'
  return version === 'unknown' && !BADGE_MEMBERS.some((member) => document[member] !== undefined) ? 'json' : undefined
}

function somethingElse(document: Uint8Array | string, error: unknown): Found | undefined {
  const bytes = typeof document === 'string' ? Buffer.from(document.slice(0, 4096)) : document
  if (bytes.length === 0) return 'empty'
  const kind = kindOf(bytes)
  const isWhole = error instanceof OpenBadgesError && error.code === 'unsupported_image'
  if (kind === 'picture') return isWhole ? 'picture' : undefined
  if (kind) return kind
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
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
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  const known = MAGIC.find(([offset, text]) => head.startsWith(text, offset))
  if (known) return known[2]
  return /^(?:\xef\xbb\xbf)?\s*<(?:svg\b|\?xml|!--|!doctype svg)/i.test(head) && /<svg\b/i.test(head) ? 'picture' : undefined
}
