import { OpenBadgesError } from '../errors.ts'
import type { JsonValue } from '../terms/json.ts'

const MAX_DEPTH = 100

/**
 * JSON as two readers can only understand in one way: a name that appears twice in an object is refused
 * (one reader would see the first value, another the last), and so is `__proto__`.
 *
 * @throws OpenBadgesError `invalid_json`, `unsafe_json`
 * @see https://www.rfc-editor.org/rfc/rfc8259#section-4
 */
export function parseJson(text: string): JsonValue {
  let value: JsonValue
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new OpenBadgesError('invalid_json', 'not JSON', { cause })
  }
  assertUniqueNames(text)
  return value
}

/** The text is known to be JSON: a string followed by a colon is a name. */
function assertUniqueNames(text: string): void {
  const open: (Set<string> | undefined)[] = []
  let last = ''
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '"') {
      const end = endOfString(text, at)
      last = text.slice(at, end)
      at = end - 1
    } else if (letter === '{' || letter === '[') {
      if (open.length >= MAX_DEPTH) throw new OpenBadgesError('unsafe_json', 'nested too deeply')
      open.push(letter === '{' ? new Set() : undefined)
    } else if (letter === '}' || letter === ']') open.pop()
    else if (letter === ':') {
      const name = JSON.parse(last) as string
      const names = open.at(-1)
      if (names?.has(name) || name === '__proto__') throw new OpenBadgesError('unsafe_json', `the name ${last} is used twice, or is unsafe`)
      names?.add(name)
    }
  }
}

/** Where the string that begins there ends, after its closing quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    let slashes = 0
    while (text[quote - 1 - slashes] === '\\') slashes++
    // The slashes before the quote do not reach back over the string's beginning, which is a quote itself.
    if (slashes % 2 === 0) return quote + 1
    at = quote + 1
  }
}
