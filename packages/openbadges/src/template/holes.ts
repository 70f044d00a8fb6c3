import { OpenBadgesError } from '../errors.ts'
import { cloneJson, type JsonObject, type JsonValue } from '../terms/json.ts'

/** Where the values of one hole go: JSON pointers (RFC 6901), `/credentialSubject/identifier/0/identityHash`. */
export type Holes = Readonly<Record<string, string | readonly string[]>>

/** What stands in a hole while the template is compiled: valid as an IRI and as a text, and in no real credential. */
const MARK = 'urn:x-hole:'
const MARKED = /urn:x-hole:(\d+):/

/** The text that stands for the hole of that number. */
export const markOf = (hole: number) => `${MARK}${hole}:`

/** The hole that a quad's term is, or `undefined`; a term that is more than a hole is not safe. */
export function holeOf(term: string): number | undefined {
  const match = MARKED.exec(term)
  return match ? Number(match[1]) : undefined
}

/** The document with marks in its holes, and the names of the holes by number. */
export function markHoles(document: JsonObject, holes: Holes): { marked: JsonObject; names: string[] } {
  const marked = cloneJson(document)
  if (JSON.stringify(marked).includes(MARK)) throw notSafe('the example holds a mark')
  const names = Object.keys(holes)
  for (const [number, name] of names.entries()) {
    const pointers = holes[name] ?? []
    for (const pointer of typeof pointers === 'string' ? [pointers] : pointers) setAt(marked, pointer, markOf(number))
  }
  return { marked, names }
}

function setAt(document: JsonObject, pointer: string, mark: string): void {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = path.pop()
  let node: JsonValue = document
  for (const key of path) {
    node = Object.hasOwn(Object(node), key) ? ((node as JsonObject)[key] as JsonValue) : null
  }
  if (last === undefined || typeof node !== 'object' || node === null || typeof (node as JsonObject)[last] !== 'string') {
    throw new OpenBadgesError('invalid_argument', `${pointer} is not the place of a text`)
  }
  ;(node as JsonObject)[last] = mark
}

export function notSafe(why: string): OpenBadgesError {
  return new OpenBadgesError('template_not_safe', why)
}

/** JSON text between holes, and which holes they are. Plain JSON itself. */
export type JsonFrame = { readonly texts: readonly string[]; readonly holes: readonly number[] }

/** The texts between the holes of a marked text. */
export function splitAtMarks(text: string): JsonFrame {
  const parts = text.split(/urn:x-hole:(\d+):/)
  return { texts: parts.filter((_, index) => index % 2 === 0), holes: parts.filter((_, index) => index % 2 === 1).map(Number) }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what JSON escapes in well-formed text
const JSON_UNSAFE = /[\u0000-\u001F"\\]/

/** The text with well-formed values in its holes, which stand inside the quotes that JSON.stringify wrote. */
export function fillJson({ texts, holes }: JsonFrame, values: readonly string[]): string {
  let text = texts[0] as string
  for (let at = 0; at < holes.length; at++) {
    const value = values[holes[at] as number] as string
    text += (JSON_UNSAFE.test(value) ? JSON.stringify(value).slice(1, -1) : value) + (texts[at + 1] as string)
  }
  return text
}

/**
 * The values by which the frame gives that text, the other way round from `fillJson`; `undefined` when it gives none.
 * Texts that JSON.stringify wrote only: there a value ends at the first quote that is not escaped.
 */
export function matchJson({ texts, holes }: JsonFrame, text: string): string[] | undefined {
  if (!standsAt(texts[0] as string, text, 0)) return undefined
  const values: string[] = []
  let at = (texts[0] as string).length
  for (let index = 0; index < holes.length; index++) {
    const end = endOfText(text, at)
    const next = texts[index + 1] as string
    if (end < 0 || !standsAt(next, text, end)) return undefined
    const raw = text.slice(at, end)
    const value = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw
    const hole = holes[index] as number
    if (values[hole] !== undefined && values[hole] !== value) return undefined
    values[hole] = value
    at = end + next.length
  }
  return at === text.length ? values : undefined
}

/** As `startsWith`, but as fast as two texts are compared. */
const standsAt = (part: string, text: string, at: number) => text.slice(at, at + part.length) === part

/** Where the quote is that ends the JSON text which goes on at this place. */
function endOfText(text: string, from: number): number {
  let quote = text.indexOf('"', from)
  while (quote >= 0 && isEscaped(text, quote, from)) quote = text.indexOf('"', quote + 1)
  return quote
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, at: number, from: number): boolean {
  let count = 0
  while (at - count > from && text[at - count - 1] === '\\') count++
  return count % 2 === 1
}
