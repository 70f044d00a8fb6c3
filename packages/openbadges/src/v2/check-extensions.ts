import { OPEN_BADGES_V1, OPEN_BADGES_V2 } from '../contexts/urls.ts'
import { asArray, isJsonObject, type JsonObject, type JsonValue, typesOf } from '../terms/json.ts'
import { type Loader, loadJson } from '../verify/load-document.ts'
import { matchSchema } from '../verify/match-schema.ts'
import { type Check, toCheck } from '../verify/report.ts'
import { findKnownExtension } from './extensions.table-data.ts'

const MAX_EXTENSIONS = 20
const MAX_DEPTH = 8
/** The contexts of Open Badges themselves, which define no extension. */
const CORE: readonly unknown[] = [OPEN_BADGES_V1, OPEN_BADGES_V2, 'https://openbadgespec.org/v2/context.json']

/** An extension, with the contexts that give its words meaning. */
type Extension = { node: JsonObject; contexts: JsonValue[] }
/** What a context says of extensions: which words it defines, which schema the objects of a type have to meet. */
type Definition = { terms: Readonly<Record<string, string>>; validations: { type: string; schema: JsonObject | string }[] }

/**
 * Every extension in an assertion, its badge class and its issuer meets the JSON Schema that its context names for its
 * type. What cannot be loaded or understood leaves the question open.
 *
 * @see https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/extensions/index.html#validation
 */
export async function checkExtensions(documents: JsonObject[], loader: Loader): Promise<Check> {
  const extensions = documents.flatMap((document) => listExtensions(document, asArray(document['@context']), 0))
  if (extensions.length > MAX_EXTENSIONS) return toCheck('conformance', 'undetermined', 'unsupported_extension', `${extensions.length} extensions`)
  const checks: Check[] = []
  for (const extension of extensions) checks.push(await checkExtension(extension, loader))
  const worst = checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome === 'undetermined')
  return worst ?? toCheck('conformance', 'passed')
}

/** Objects with the type `Extension`, at any depth; a context of their own comes before the one around them. */
function listExtensions(value: JsonValue, around: JsonValue[], depth: number): Extension[] {
  if (depth > MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((item) => listExtensions(item, around, depth + 1))
  if (!isJsonObject(value)) return []
  const own = asArray(value['@context'])
  const contexts = own.length > 0 ? own : around
  const isExtension = typesOf(value).some((type) => localName(type).toLowerCase() === 'extension')
  const nested = Object.entries(value).flatMap(([key, part]) => (key === '@context' ? [] : listExtensions(part, contexts, depth + 1)))
  return isExtension ? [{ node: value, contexts }, ...nested] : nested
}

/** `ApplyLink` of `extensions:ApplyLink` and of every address it has had. */
const localName = (iri: string) => iri.split(/[#:/]/).at(-1) ?? ''

async function checkExtension({ node, contexts }: Extension, loader: Loader): Promise<Check> {
  const types = typesOf(node).map(localName)
  const name = typesOf(node).join(', ')
  const unsupported = (detail: string) => toCheck('conformance', 'undetermined', 'unsupported_extension', `${name}: ${detail}`)
  const own = contexts.filter((context) => !CORE.includes(context))
  if (own.length === 0) return unsupported('no context of its own')
  const definitions: Definition[] = []
  for (const context of own) {
    const definition = await define(context, loader)
    if (!definition) return unsupported(typeof context === 'string' ? context : 'an inline context')
    definitions.push(definition)
  }
  const validations = definitions.flatMap((definition) => definition.validations)
  const applying = validations.filter(({ type }) => types.includes(localName(type)))
  if (validations.length > 0 && applying.length === 0) return toCheck('conformance', 'failed', 'invalid_extension', `${name}: not a type that its context describes`)
  const value = compact(node, Object.assign({}, ...definitions.map(({ terms }) => terms)))
  for (const { schema } of applying) {
    const loaded = typeof schema === 'string' ? await loadJson(loader, schema) : { ok: true as const, value: schema }
    if (!loaded.ok) return unsupported(`${schema}`)
    const finding = matchSchema(loaded.value, value)
    if (finding.outcome === 'not-met') return toCheck('conformance', 'failed', 'invalid_extension', `${name}: ${finding.detail}`)
    if (finding.outcome === 'not-understood') return unsupported(finding.detail)
  }
  return toCheck('conformance', 'passed')
}

/** What a context says, or `undefined` when it cannot be known. */
async function define(context: JsonValue, loader: Loader): Promise<Definition | undefined> {
  if (typeof context !== 'string') return undefined
  const known = findKnownExtension(context)
  if (known) return { terms: known.terms, validations: [{ type: known.type, schema: known.schema }] }
  const loaded = await loadJson(loader, context)
  if (!loaded.ok) return undefined
  const document = loaded.value
  const validations: Definition['validations'] = []
  for (const validation of asArray(document['obi:validation'] ?? document.validation ?? document['https://w3id.org/openbadges#validation'])) {
    const { validatesType, validationSchema } = readValidation(validation)
    if (typeof validatesType !== 'string' || typeof validationSchema !== 'string') return undefined
    validations.push({ type: validatesType, schema: validationSchema })
  }
  return { terms: termsOf(document), validations }
}

function readValidation(validation: JsonValue): { validatesType?: JsonValue | undefined; validationSchema?: JsonValue | undefined } {
  if (!isJsonObject(validation)) return {}
  const members = Object.fromEntries(Object.entries(validation).map(([name, value]) => [localName(name), value]))
  return { validatesType: members.validatesType, validationSchema: members.validationSchema }
}

/** The words that the context defines, and what each is short for. */
function termsOf(document: JsonObject): Record<string, string> {
  const definitions = asArray(document['@context']).filter(isJsonObject)
  const raw = Object.assign({}, ...definitions) as JsonObject
  const ids = Object.entries(raw).map(([term, meaning]) => [term, isJsonObject(meaning) ? meaning['@id'] : meaning] as const)
  return Object.fromEntries(ids.flatMap(([term, id]) => (typeof id === 'string' && !id.startsWith('@') ? [[term, expand(id, raw)]] : [])))
}

function expand(id: string, terms: JsonObject | Readonly<Record<string, string>>): string {
  const [prefix = '', ...rest] = id.split(':')
  const base = Object.hasOwn(terms, prefix) ? (terms as JsonObject)[prefix] : undefined
  return rest.length > 0 && typeof base === 'string' ? base + rest.join(':') : id
}

/** The extension with its members under the short names of its context, as its schema speaks of them. */
function compact(node: JsonObject, terms: Readonly<Record<string, string>>): JsonObject {
  const names = new Map(Object.entries(terms).map(([term, iri]) => [iri, term]))
  const members = Object.entries(node).map(([key, value]) => [Object.hasOwn(terms, key) ? key : (names.get(expand(key, terms)) ?? key), value])
  return Object.fromEntries(members) as JsonObject
}
