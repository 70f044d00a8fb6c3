import { asArray, isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import { type CompiledTerm, compileTerm } from './compile-term.ts'
import { expandIri, expandVocab, NotPlain } from './expand-iri.ts'
import { type Quad, type Term, writeIri, writeLiteral } from './quads.ts'
import type { ActiveContext, Scopes } from './scope.ts'

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const [RDF_TYPE, RDF_FIRST, RDF_REST, RDF_NIL] = ['type', 'first', 'rest', 'nil'].map((name) => writeIri(RDF + name)) as [string, string, string, string]

type Property = Extract<CompiledTerm, { kind: 'property' }>
type Walk = {
  scopes: Scopes
  quads: Quad[]
  blanks: number
  /** The named nodes that were met, by graph and id. */
  named: Set<string>
  /** Whether two of the quads may be one, so that it is worth looking. */
  mayRepeat: boolean
  /** The quads whose value was not written as a text: 1 and "1" may be one to RDF, but are two to jsonld.js. */
  typed: Set<Quad>
}
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
  const walk: Walk = { scopes, quads: [], blanks: 0, named: new Set(), mayRepeat: false, typed: new Set() }
  const keys = Object.keys(document).filter((key) => key !== '@context')
  if (keys.length < 2) throw new NotPlain('nothing but an id')
  walkNode(document, undefined, { active: scopes.start(), typeScoped: undefined, graph: '' }, walk)
  return walk.mayRepeat ? withoutRepeats(walk) : walk.quads
}

function add(walk: Walk, subject: Term, predicate: string, object: Term, graph: Term, isTyped = false): void {
  const quad = { subject, predicate, object, graph }
  walk.quads.push(quad)
  if (isTyped) walk.typed.add(quad)
}

function withoutRepeats({ quads, typed }: Walk): Quad[] {
  const byText = new Map<string, Quad>()
  for (const quad of quads) {
    const key = `${quad.subject} ${quad.predicate} ${quad.object} ${quad.graph}`
    const known = byText.get(key)
    if (known && (typed.has(known) || typed.has(quad))) throw new NotPlain('a typed value twice')
    byText.set(key, quad)
  }
  return [...byText.values()]
}

/** A node: its context, its types, its properties. Gives the term by which others refer to it. */
function walkNode(node: JsonObject, property: { name: string; active: ActiveContext } | undefined, place: Place, walk: Walk): Term {
  const keys = Object.keys(node)
  const before = scopeOfNode(node, keys, property, place, walk)
  const types = typesOfNode(node, keys, before)
  let active = before
  for (const type of types.length > 1 ? types.toSorted() : types) {
    const scoped = before.mappings.get(type)?.['@context']
    if (scoped !== undefined) active = walk.scopes.type(active, type, scoped)
  }
  const id = idOfNode(node, keys, active)
  const subject = id ?? walk.blanks++
  if (id !== undefined && keys.length === 1) return subject
  if (id !== undefined) {
    const named = `${id} ${place.graph}`
    if (walk.named.has(named)) walk.mayRepeat = true
    walk.named.add(named)
  }
  addTypes(types, subject, before, place, walk)
  const inside = { active, typeScoped: before, graph: place.graph }
  for (const key of keys) {
    if (key === '@context') continue
    const term = compileTerm(active, key)
    if (term.kind === 'property' && term.isShared && hasTwin(term, key, keys, active)) walk.mayRepeat = true
    if (term.kind === 'property') walkProperty(subject, key, term, node[key] as JsonValue, inside, walk)
    else if (term.kind === 'notPlain') throw new NotPlain(term.why)
  }
  return subject
}

/** Whether the node has another name of the same IRI. */
function hasTwin({ predicate }: Property, key: string, keys: string[], active: ActiveContext): boolean {
  return keys.some((other) => {
    const term = other === key || other === '@context' ? undefined : compileTerm(active, other)
    return term?.kind === 'property' && term.predicate === predicate
  })
}

function addTypes(types: string[], subject: Term, active: ActiveContext, { graph }: Place, walk: Walk): void {
  const seen: string[] = []
  for (const type of types) {
    const iri = writeIri(expandVocab(active, type))
    if (seen.includes(iri)) walk.mayRepeat = true
    seen.push(iri)
    add(walk, subject, RDF_TYPE, iri, graph)
  }
}

/** Steps 7 to 10 of expansion: back from the types around, into the property's context, into the node's own. */
function scopeOfNode(node: JsonObject, keys: string[], property: { name: string; active: ActiveContext } | undefined, place: Place, walk: Walk): ActiveContext {
  if (keys.length === 0) throw new NotPlain('an empty node')
  let { active } = place
  const typeScoped = place.typeScoped ?? (active.previousContext ? active : undefined)
  const isReference = typeScoped !== undefined && keys.length === 1 && compileTerm(typeScoped, keys[0] as string).kind === 'id'
  if (!isReference && active.previousContext) active = active.previousContext
  const scoped = property && place.active.mappings.get(property.name)?.['@context']
  if (property && scoped !== undefined) active = walk.scopes.property(active, property.name, scoped)
  return '@context' in node ? walk.scopes.local(active, node['@context']) : active
}

function typesOfNode(node: JsonObject, keys: string[], active: ActiveContext): string[] {
  const key = findKey(keys, active, 'type')
  if (key === undefined) return []
  if (node[key] === null) throw new NotPlain('no type')
  return asArray(node[key] as JsonValue).map((type) => {
    if (typeof type !== 'string') throw new NotPlain('a type that is not a text')
    return type
  })
}

function idOfNode(node: JsonObject, keys: string[], active: ActiveContext): string | undefined {
  const key = findKey(keys, active, 'id')
  if (key === undefined) return undefined
  const id = node[key]
  if (typeof id !== 'string') throw new NotPlain('an id that is not one text')
  return writeIri(expandIri(active, id))
}

/** The one name that means `@id` or `@type`. Two of them are left to jsonld.js. */
function findKey(keys: string[], active: ActiveContext, kind: 'id' | 'type'): string | undefined {
  let found: string | undefined
  for (const key of keys) {
    if (compileTerm(active, key).kind !== kind) continue
    if (found !== undefined) throw new NotPlain(`two names for ${kind}`)
    found = key
  }
  return found
}

function walkProperty(subject: Term, key: string, term: Property, value: JsonValue, place: Place, walk: Walk): void {
  if (value === null) throw new NotPlain('null')
  if (Array.isArray(value) && mayRepeat(value, term)) walk.mayRepeat = true
  const active = term.context === undefined ? place.active : walk.scopes.property(place.active, key, term.context)
  const inside = term.context === undefined ? place : { ...place, active }
  if (term.container === '@list') {
    walkList(subject, term.predicate, key, asArray(value), inside, walk)
    return
  }
  if (!Array.isArray(value)) walkItem(subject, key, term, value, inside, walk)
  else for (const item of value) walkItem(subject, key, term, item, inside, walk)
}

/** Whether two values of an array may be one in RDF. Nodes with an id and more are noticed when they are met again. */
function mayRepeat(values: JsonValue[], { texts }: Property): boolean {
  if (values.length < 2) return false
  if (values.every((value) => typeof value === 'string')) return texts !== 'literal' || new Set(values).size < values.length
  return values.some((value) => !isJsonObject(value) || Object.keys(value).length === 1)
}

function walkItem(subject: Term, key: string, term: Property, item: JsonValue, place: Place, walk: Walk): void {
  if (term.container === '@graph') {
    if (!isJsonObject(item) || Object.keys(item).length < 2) throw new NotPlain('a graph of a reference')
    const graph = walk.blanks++
    add(walk, subject, term.predicate, graph, place.graph)
    walkNode(item, { name: key, active: place.active }, { ...place, graph }, walk)
  } else if (isJsonObject(item)) add(walk, subject, term.predicate, walkNode(item, { name: key, active: place.active }, place, walk), place.graph)
  else add(walk, subject, term.predicate, writeValue(item, key, place.active), place.graph, typeof item !== 'string')
}

function walkList(subject: Term, predicate: string, key: string, values: JsonValue[], place: Place, walk: Walk): void {
  let from = subject
  let by = predicate
  for (const item of values) {
    const cell = walk.blanks++
    add(walk, from, by, cell, place.graph)
    const object = isJsonObject(item) ? walkNode(item, { name: key, active: place.active }, place, walk) : writeValue(item, key, place.active)
    add(walk, cell, RDF_FIRST, object, place.graph)
    from = cell
    by = RDF_REST
  }
  add(walk, from, by, RDF_NIL, place.graph)
}

/** A scalar, by the coercion of its term in the scope of its value. */
function writeValue(value: JsonValue, key: string, active: ActiveContext): string {
  const term = compileTerm(active, key)
  if (term.kind !== 'property') throw new NotPlain(`a value of ${key}`)
  if (typeof value === 'string') {
    if (term.texts === 'iri') return writeIri(expandIri(active, value))
    if (term.texts === 'vocab') return writeIri(expandVocab(active, value))
  }
  if (term.notPlain !== undefined) throw new NotPlain(term.notPlain)
  return writeTyped(value, term.datatype)
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
