import { OpenBadgesError } from '../errors.ts'
import type { JsonValue } from '../terms/json.ts'

const MAX_DEPTH = 100
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/gs

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
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      if (open.length >= MAX_DEPTH) throw new OpenBadgesError('unsafe_json', 'nested too deeply')
      open.push(token === '{' ? new Set() : undefined)
    } else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const name = JSON.parse(last) as string
      const names = open.at(-1)
      if (names?.has(name) || name === '__proto__') throw new OpenBadgesError('unsafe_json', `the name ${last} is used twice, or is unsafe`)
      names?.add(name)
    }
    last = token
  }
}
