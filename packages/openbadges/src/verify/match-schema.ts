import { canonicalizeJson } from '../proof/canonicalize-json.ts'
import { parseDateTimeZ } from '../terms/dates.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import { Uri } from '../terms/shared.ts'
import { compilePattern, isAffordable } from './safe-pattern.ts'

/** What a JSON Schema says of a value: it is met, it is not (where, and why), or it could not be understood. */
export type SchemaFinding = { outcome: 'met' } | { outcome: 'not-met' | 'not-understood'; detail: string }

type Matching = { root: JsonObject; budget: number; isOld: boolean; unknown: string | undefined }
type Keyword = (asked: JsonValue, value: JsonValue, place: Place) => string | undefined
/** Where a keyword is asked: the schema it stands in, the path of the value, how deep. */
type Place = { schema: JsonObject; path: string; depth: number; matching: Matching }

const MAX_DEPTH = 64
const BUDGET = 100_000

/**
 * Whether a value meets a JSON Schema (drafts 4 to 2020-12). A keyword, a format or a reference that is not known here,
 * or a schema that would take too long, is `not-understood`: never met.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
export function matchSchema(schema: JsonObject, value: JsonValue): SchemaFinding {
  const isOld = /draft-0[3-7]/.test(String(schema.$schema))
  const matching: Matching = { root: schema, budget: BUDGET, isOld, unknown: undefined }
  const problem = match(schema, value, '', 0, matching)
  if (matching.unknown !== undefined) return { outcome: 'not-understood', detail: matching.unknown }
  return problem === undefined ? { outcome: 'met' } : { outcome: 'not-met', detail: problem }
}

/** The first thing that is wrong, or nothing. What is not understood is noted in `matching`. */
function match(schema: JsonValue | undefined, value: JsonValue, path: string, depth: number, matching: Matching): string | undefined {
  if (schema === true) return undefined
  if (schema === false) return problemAt(path, 'is not allowed')
  const unknown = (detail: string) => {
    matching.unknown ??= detail
    return undefined
  }
  if (!isJsonObject(schema)) return unknown('not a schema')
  if (depth > MAX_DEPTH || !spend(matching, 1)) return unknown('a schema that is too large')
  if (depth > 0 && (schema.$id !== undefined || typeof schema.id === 'string')) return unknown('a schema inside another')
  const place = { schema, path, depth, matching }
  const asked = schema.$ref !== undefined && matching.isOld ? { $ref: schema.$ref } : schema
  let problem: string | undefined
  for (const [name, argument] of Object.entries(asked)) {
    if (ANNOTATIONS.has(name)) continue
    const keyword = KEYWORDS.get(name)
    if (!keyword) unknown(`keyword ${name}`)
    else problem ??= keyword(argument, value, place)
  }
  return problem
}

const spend = (matching: Matching, cost: number) => {
  matching.budget -= cost
  return matching.budget >= 0
}
const problemAt = (path: string, message: string) => `${path || 'the whole'} ${message}`
const inside = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
const note = (place: Place, detail: string): undefined => {
  place.matching.unknown ??= detail
}
const below = (place: Place, schema: JsonValue | undefined, value: JsonValue, path = place.path) => match(schema, value, path, place.depth + 1, place.matching)
const objectOf = (value: JsonValue) => (isJsonObject(value) ? value : {})
const schemasOf = (asked: JsonValue, place: Place): JsonValue[] => (Array.isArray(asked) ? asked : (note(place, 'a list of schemas that is none') ?? []))

const ANNOTATIONS = new Set(
  // The last three are read by the keyword beside them.
  '$schema $id id $comment title description default example examples definitions $defs deprecated readOnly writeOnly then else additionalItems'.split(' '),
)

const TYPES: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isJsonObject,
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => parseDateTimeZ(text) !== undefined,
  date: (text) => parseDateTimeZ(`${text}T00:00:00Z`) !== undefined,
  uri: (text) => Uri.safeParse(text).success,
  iri: (text) => Uri.safeParse(text).success,
  'uri-reference': (text) => !/[\s<>"{}|\\^`]/.test(text),
  email: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
  uuid: (text) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
}

/** Whether the text is of the pattern; `undefined` where that could not be known safely. */
function fits(pattern: JsonValue | undefined, text: string, place: Place): boolean | undefined {
  const compiled = typeof pattern === 'string' ? compilePattern(pattern) : undefined
  if (!compiled || !isAffordable(compiled, text) || !spend(place.matching, 1 + compiled.stepsFor(text) / 100)) return note(place, `pattern ${pattern}`)
  return compiled.matches(text)
}

/** A keyword about a limit of some measure; nothing is measured of values that are of another type. */
const limit =
  (measure: (value: JsonValue) => number | undefined, holds: (measured: number, asked: number, schema: JsonObject) => boolean, message: string): Keyword =>
  (asked, value, place) => {
    if (typeof asked !== 'number') return note(place, message)
    const measured = measure(value)
    return measured === undefined || holds(measured, asked, place.schema) ? undefined : problemAt(place.path, `${message} ${asked}`)
  }
const numberOf = (value: JsonValue) => (typeof value === 'number' ? value : undefined)
const lengthOf = (value: JsonValue) => (typeof value === 'string' ? [...value].length : undefined)
const sizeOf = (value: JsonValue) => (Array.isArray(value) ? value.length : undefined)
const membersOf = (value: JsonValue) => (isJsonObject(value) ? Object.keys(value).length : undefined)
const atLeast = (measured: number, asked: number) => measured >= asked
const atMost = (measured: number, asked: number) => measured <= asked

/** Draft 4 has `exclusiveMinimum: true` beside `minimum`; later drafts have a number. */
const exclusive = (holds: (measured: number, asked: number) => boolean, message: string): Keyword => {
  const later = limit(numberOf, holds, message)
  return (asked, value, place) => (typeof asked === 'boolean' ? undefined : later(asked, value, place))
}

function isOneOf(asked: JsonValue[], value: JsonValue, place: Place): string | undefined {
  if (!spend(place.matching, asked.length)) return note(place, 'a schema that is too large')
  if (asked.some((item) => typeof item === 'object' && item !== null)) return note(place, 'a fixed value that is an object')
  return asked.includes(value) ? undefined : problemAt(place.path, `must be one of ${JSON.stringify(asked).slice(0, 200)}`)
}

function matchMembers(value: JsonObject, place: Place): string | undefined {
  const { properties, patternProperties, additionalProperties } = place.schema
  for (const [key, member] of Object.entries(value)) {
    const path = inside(place.path, key)
    const isNamed = isJsonObject(properties) && Object.hasOwn(properties, key)
    let problem = isNamed ? below(place, properties[key], member, path) : undefined
    let isKnown = isNamed
    for (const [pattern, schema] of Object.entries(objectOf(patternProperties ?? {}))) {
      if (!fits(pattern, key, place)) continue
      isKnown = true
      problem ??= below(place, schema, member, path)
    }
    if (!isKnown && additionalProperties !== undefined) problem ??= below(place, additionalProperties, member, path)
    if (problem !== undefined) return problem
  }
  return undefined
}

function matchItems(value: JsonValue, place: Place): string | undefined {
  if (!Array.isArray(value)) return undefined
  const { items, prefixItems, additionalItems } = place.schema
  const first = Array.isArray(prefixItems) ? prefixItems : Array.isArray(items) ? items : []
  const rest = Array.isArray(items) ? additionalItems : items
  for (const [index, item] of value.entries()) {
    const schema = index < first.length ? first[index] : rest
    const problem = schema === undefined ? undefined : below(place, schema, item, inside(place.path, index))
    if (problem !== undefined) return problem
  }
  return undefined
}

const members: Keyword = (_, value, place) => (isJsonObject(value) ? matchMembers(value, place) : undefined)
const items: Keyword = (_, value, place) => matchItems(value, place)

function isUnique(value: JsonValue[], place: Place): boolean {
  try {
    const texts = value.map((item) => canonicalizeJson(item))
    spend(place.matching, texts.reduce((sum, text) => sum + text.length, 0) / 100)
    return new Set(texts).size === texts.length
  } catch {
    note(place, 'values that cannot be compared')
    return true
  }
}

/** Names that must be there beside another, or a schema that then applies. */
const dependencies: Keyword = (asked, value, place) => {
  if (!isJsonObject(value)) return undefined
  for (const [name, needed] of Object.entries(objectOf(asked))) {
    if (!Object.hasOwn(value, name)) continue
    const problem = Array.isArray(needed) ? required(needed, value, place) : below(place, needed, value)
    if (problem !== undefined) return problem
  }
  return undefined
}

const required: Keyword = (asked, value, place) => {
  if (!Array.isArray(asked)) return note(place, 'required that is not a list')
  const missing = isJsonObject(value) ? asked.find((name) => !Object.hasOwn(value, String(name))) : undefined
  return missing === undefined ? undefined : problemAt(inside(place.path, String(missing)), 'is missing')
}

/** A reference inside the same schema: `#`, `#/definitions/Name`. Nothing else is loaded. */
const reference: Keyword = (asked, value, place) => {
  if (typeof asked !== 'string' || !/^#(?:\/|$)/.test(asked)) return note(place, `$ref ${asked}`)
  const names = asked
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
  let target: JsonValue | undefined = place.matching.root
  for (const name of names) target = isJsonObject(target) && Object.hasOwn(target, name) ? target[name] : undefined
  return target === undefined ? note(place, `$ref ${asked}`) : below(place, target, value)
}

const KEYWORDS = new Map<string, Keyword>([
  [
    'type',
    (asked, value, place) => {
      const types = (Array.isArray(asked) ? asked : [asked]).map(String)
      if (types.some((type) => !Object.hasOwn(TYPES, type))) return note(place, `type ${types}`)
      return types.some((type) => TYPES[type]?.(value)) ? undefined : problemAt(place.path, `must be ${types.join(' or ')}`)
    },
  ],
  ['enum', (asked, value, place) => isOneOf(schemasOf(asked, place), value, place)],
  ['const', (asked, value, place) => isOneOf([asked], value, place)],
  ['$ref', reference],
  ['properties', members],
  ['patternProperties', (asked, value, place) => (place.schema.properties === undefined ? members(asked, value, place) : undefined)],
  [
    'additionalProperties',
    (asked, value, place) => (place.schema.properties === undefined && place.schema.patternProperties === undefined ? members(asked, value, place) : undefined),
  ],
  [
    'propertyNames',
    (asked, value, place) =>
      Object.keys(objectOf(value))
        .map((key) => below(place, asked, key, inside(place.path, key)))
        .find((problem) => problem !== undefined),
  ],
  ['required', required],
  ['dependencies', dependencies],
  ['dependentRequired', dependencies],
  ['dependentSchemas', dependencies],
  ['items', items],
  ['prefixItems', (asked, value, place) => (place.schema.items === undefined ? items(asked, value, place) : undefined)],
  [
    'contains',
    (asked, value, place) => (Array.isArray(value) && !value.some((item) => below(place, asked, item) === undefined) ? problemAt(place.path, 'lacks a value') : undefined),
  ],
  ['uniqueItems', (asked, value, place) => (asked === true && Array.isArray(value) && !isUnique(value, place) ? problemAt(place.path, 'repeats a value') : undefined)],
  ['minItems', limit(sizeOf, atLeast, 'has fewer values than')],
  ['maxItems', limit(sizeOf, atMost, 'has more values than')],
  ['minProperties', limit(membersOf, atLeast, 'has fewer members than')],
  ['maxProperties', limit(membersOf, atMost, 'has more members than')],
  ['minLength', limit(lengthOf, atLeast, 'is shorter than')],
  ['maxLength', limit(lengthOf, atMost, 'is longer than')],
  ['minimum', limit(numberOf, (measured, asked, { exclusiveMinimum }) => (exclusiveMinimum === true ? measured > asked : measured >= asked), 'is less than')],
  ['maximum', limit(numberOf, (measured, asked, { exclusiveMaximum }) => (exclusiveMaximum === true ? measured < asked : measured <= asked), 'is more than')],
  ['exclusiveMinimum', exclusive((measured, asked) => measured > asked, 'is not more than')],
  ['exclusiveMaximum', exclusive((measured, asked) => measured < asked, 'is not less than')],
  ['multipleOf', limit(numberOf, (measured, asked) => Math.abs(measured / asked - Math.round(measured / asked)) < 1e-9, 'is not a multiple of')],
  ['pattern', (asked, value, place) => (typeof value === 'string' && fits(asked, value, place) === false ? problemAt(place.path, `is not of the form ${asked}`) : undefined)],
  [
    'format',
    (asked, value, place) => {
      const isOfFormat = Object.hasOwn(FORMATS, String(asked)) ? FORMATS[String(asked)] : note(place, `format ${asked}`)
      return typeof value !== 'string' || !isOfFormat || isOfFormat(value) ? undefined : problemAt(place.path, `is not a ${asked}`)
    },
  ],
  [
    'allOf',
    (asked, value, place) =>
      schemasOf(asked, place)
        .map((schema) => below(place, schema, value))
        .find((problem) => problem !== undefined),
  ],
  ['anyOf', (asked, value, place) => (schemasOf(asked, place).some((schema) => below(place, schema, value) === undefined) ? undefined : problemAt(place.path, 'meets none'))],
  [
    'oneOf',
    (asked, value, place) => {
      const met = schemasOf(asked, place).filter((schema) => below(place, schema, value) === undefined).length
      return met === 1 ? undefined : problemAt(place.path, `meets ${met} where it must meet one`)
    },
  ],
  ['not', (asked, value, place) => (below(place, asked, value) === undefined ? problemAt(place.path, 'meets what it must not') : undefined)],
  [
    'if',
    (asked, value, place) => {
      const branch = below(place, asked, value) === undefined ? place.schema.then : place.schema.else
      return branch === undefined ? undefined : below(place, branch, value)
    },
  ],
])
