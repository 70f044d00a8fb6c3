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

/** The texts between the holes of a text, and which holes they are. */
export function splitAtMarks(text: string): { texts: string[]; holes: number[] } {
  const parts = text.split(/urn:x-hole:(\d+):/)
  return { texts: parts.filter((_, index) => index % 2 === 0), holes: parts.filter((_, index) => index % 2 === 1).map(Number) }
}
