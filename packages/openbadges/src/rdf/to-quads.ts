import { asArray, isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import { expandIri, expandVocab, NotPlain } from './expand-iri.ts'
import { type Quad, type Term, writeIri, writeLiteral } from './quads.ts'
import type { ActiveContext, Mapping, Scopes } from './scope.ts'

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const [RDF_TYPE, RDF_FIRST, RDF_REST, RDF_NIL] = ['type', 'first', 'rest', 'nil'].map((name) => writeIri(RDF + name)) as [string, string, string, string]
const PLAIN_CONTAINERS = ['@set', '@list', '@graph']

type Walk = { scopes: Scopes; quads: Map<string, Quad>; blanks: number }
/** Where a value stands: the active context, the type-scoped context in force around it, the named graph. */
type Place = { active: ActiveContext; typeScoped: ActiveContext | undefined; graph: Term }

/**
 * The quads of a JSON-LD document, as jsonld.js in safe mode gives them, for the plain documents that credentials are.
 *
 * @throws NotPlain for what is left to jsonld.js: value objects, language maps, `@nest`, relative IRIs, null …
 *   (whether it is an error is then jsonld.js's to say); MissingScope for a context that has to be processed first
 * @see https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm
 */
export function toQuads(document: JsonObject, scopes: Scopes): Quad[] {
  const walk: Walk = { scopes, quads: new Map(), blanks: 0 }
  const keys = Object.keys(document).filter((key) => key !== '@context')
  if (keys.length < 2) throw new NotPlain('nothing but an id')
  walkNode(document, undefined, { active: scopes.start(), typeScoped: undefined, graph: '' }, walk)
  return [...walk.quads.values()]
}

function add(walk: Walk, subject: Term, predicate: string, object: Term, graph: Term, isTyped = false): void {
  const key = `${subject} ${predicate} ${object} ${graph}`
  // 1 and "1" of one datatype are two values to jsonld.js and one to RDF.
  if (isTyped && walk.quads.has(key)) throw new NotPlain('a typed value twice')
  walk.quads.set(key, { subject, predicate, object, graph })
}

/** A node: its context, its types, its properties. Gives the term by which others refer to it. */
function walkNode(node: JsonObject, property: { name: string; active: ActiveContext } | undefined, place: Place, walk: Walk): Term {
  const keys = Object.keys(node)
  const before = scopeOfNode(node, keys, property, place, walk)
  const types = typesOfNode(node, keys, before)
  let active = before
  for (const type of types.toSorted()) {
    const scoped = before.mappings.get(type)?.['@context']
    if (scoped !== undefined) active = walk.scopes.type(active, type, scoped)
  }
  const id = idOfNode(node, keys, active)
  const subject = id ?? walk.blanks++
  if (id !== undefined && keys.length === 1) return subject
  for (const type of types) add(walk, subject, RDF_TYPE, writeIri(expandVocab(before, type)), place.graph)
  const inside = { active, typeScoped: before, graph: place.graph }
  for (const key of keys.toSorted()) {
    const mapping = active.mappings.get(key)
    if (key === '@context' || mapping?.['@id'] === '@id' || mapping?.['@id'] === '@type') continue
    walkProperty(subject, key, mapping, node[key] as JsonValue, inside, walk)
  }
  return subject
}

/** Steps 7 to 10 of expansion: back from the types around, into the property's context, into the node's own. */
function scopeOfNode(node: JsonObject, keys: string[], property: { name: string; active: ActiveContext } | undefined, place: Place, walk: Walk): ActiveContext {
  if (keys.length === 0) throw new NotPlain('an empty node')
  let { active } = place
  const typeScoped = place.typeScoped ?? (active.previousContext ? active : undefined)
  const isReference = typeScoped !== undefined && keys.length === 1 && typeScoped.mappings.get(keys[0] as string)?.['@id'] === '@id'
  if (!isReference && active.previousContext) active = active.previousContext
  const scoped = property && place.active.mappings.get(property.name)?.['@context']
  if (property && scoped !== undefined) active = walk.scopes.property(active, property.name, scoped)
  return '@context' in node ? walk.scopes.local(active, node['@context']) : active
}

function typesOfNode(node: JsonObject, keys: string[], active: ActiveContext): string[] {
  const [key, ...more] = keys.filter((name) => active.mappings.get(name)?.['@id'] === '@type')
  if (more.length > 0) throw new NotPlain('types under two names')
  if (key === undefined) return []
  if (node[key] === null) throw new NotPlain('no type')
  return asArray(node[key] as JsonValue).map((type) => {
    if (typeof type !== 'string') throw new NotPlain('a type that is not a text')
    return type
  })
}

function idOfNode(node: JsonObject, keys: string[], active: ActiveContext): string | undefined {
  const [key, ...more] = keys.filter((name) => active.mappings.get(name)?.['@id'] === '@id')
  if (key === undefined) return undefined
  const id = node[key]
  if (more.length > 0 || typeof id !== 'string') throw new NotPlain('an id that is not one text')
  return writeIri(expandIri(active, id))
}

function walkProperty(subject: Term, key: string, mapping: Mapping | null | undefined, value: JsonValue, place: Place, walk: Walk): void {
  const iri = mapping?.['@id']
  if (!mapping || typeof iri !== 'string' || iri.startsWith('@') || mapping.reverse || mapping['@nest'] !== undefined) throw new NotPlain(`property ${key}`)
  const predicate = writeIri(expandIri(place.active, iri))
  const containers = asArray(mapping['@container'])
  if (containers.some((container) => !PLAIN_CONTAINERS.includes(container))) throw new NotPlain(`container ${containers}`)
  const active = mapping['@context'] === undefined ? place.active : walk.scopes.property(place.active, key, mapping['@context'])
  const inside = { ...place, active }
  const values = asArray(value)
  if (value === null || values.some((item) => item === null || Array.isArray(item))) throw new NotPlain('null or nested array')
  if (containers.includes('@list')) {
    walkList(subject, predicate, key, values, inside, walk)
    return
  }
  for (const item of values) {
    const isGraph = containers.includes('@graph')
    const graph = isGraph ? walk.blanks++ : place.graph
    if (isGraph) add(walk, subject, predicate, graph, place.graph)
    const object = isJsonObject(item) ? walkNode(item, { name: key, active }, { ...inside, graph }, walk) : writeValue(item, key, inside)
    if (isGraph && !isJsonObject(item)) throw new NotPlain('a graph that is not a node')
    if (isGraph && Object.keys(item as JsonObject).length < 2) throw new NotPlain('a graph of a reference')
    if (!isGraph) add(walk, subject, predicate, object, place.graph, typeof item === 'number' || typeof item === 'boolean')
  }
}

function walkList(subject: Term, predicate: string, key: string, values: JsonValue[], place: Place, walk: Walk): void {
  let from = subject
  let by = predicate
  for (const item of values) {
    const cell = walk.blanks++
    add(walk, from, by, cell, place.graph)
    const object = isJsonObject(item) ? walkNode(item, { name: key, active: place.active }, place, walk) : writeValue(item, key, place)
    add(walk, cell, RDF_FIRST, object, place.graph)
    from = cell
    by = RDF_REST
  }
  add(walk, from, by, RDF_NIL, place.graph)
}

/** A scalar, by the coercion of its term. */
function writeValue(value: JsonValue, key: string, { active }: Place): string {
  const mapping = active.mappings.get(key)
  const type = mapping?.['@type']
  if (typeof value === 'string') {
    if (type === '@id') return writeIri(expandIri(active, value))
    if (type === '@vocab') return writeIri(expandVocab(active, value))
  }
  if (type === '@json' || type === `${XSD}double`) throw new NotPlain(`type ${type}`)
  const datatype = type === undefined || type === '@id' || type === '@vocab' || type === '@none' ? undefined : type
  if (datatype === undefined && typeof value === 'string') {
    const language = mapping?.['@language'] ?? active['@language']
    if (language !== undefined && language !== null) throw new NotPlain('a language')
    if ((mapping?.['@direction'] ?? active['@direction']) !== undefined) throw new NotPlain('a direction')
  }
  return writeTyped(value, datatype && expandIri(active, datatype))
}

/** Numbers and booleans as jsonld.js writes them. */
function writeTyped(value: JsonValue, datatype: string | undefined): string {
  if (typeof value === 'string') return writeLiteral(value, datatype ?? `${XSD}string`)
  if (typeof value === 'boolean') return writeLiteral(String(value), datatype ?? `${XSD}boolean`)
  if (typeof value !== 'number') throw new NotPlain('not a scalar')
  const isDouble = String(value).includes('.') || Math.abs(value) >= 1e21
  if (isDouble) return writeLiteral(value.toExponential(15).replace(/(\d)0*e\+?/, '$1E'), datatype ?? `${XSD}double`)
  return writeLiteral(value.toFixed(0), datatype ?? `${XSD}integer`)
}
