import { OpenBadgesError } from '../errors.ts'

const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * The canonical text of a JSON value (JSON Canonicalization Scheme).
 *
 * @throws OpenBadgesError `canonicalization_failed` for what JSON cannot hold: lone surrogates, infinities
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalizeJson(value: unknown): string {
  if (typeof value === 'string') {
    if (LONE_SURROGATE.test(value)) throw new OpenBadgesError('canonicalization_failed', 'a text that is not well-formed Unicode')
    return JSON.stringify(value)
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new OpenBadgesError('canonicalization_failed', 'a number that JSON cannot hold')
  if (typeof value !== 'object' || value === null) {
    const text = JSON.stringify(value)
    if (text === undefined) throw new OpenBadgesError('canonicalization_failed', 'not a JSON value')
    return text
  }
  if (Array.isArray(value)) return `[${value.map(canonicalizeJson).join(',')}]`
  const members = Object.entries(value).filter(([, part]) => part !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${members.map(([name, part]) => `${canonicalizeJson(name)}:${canonicalizeJson(part)}`).join(',')}}`
}
