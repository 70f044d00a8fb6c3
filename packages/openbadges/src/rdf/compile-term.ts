import { asArray } from '../terms/json.ts'
import { expandIri, NotPlain } from './expand-iri.ts'
import { writeIri } from './quads.ts'
import type { ActiveContext } from './scope.ts'

const XSD = 'http://www.w3.org/2001/XMLSchema#'
const PLAIN_CONTAINERS = ['@set', '@list', '@graph']

/** What a name of a document means inside a scope, as far as plain documents need it. */
export type CompiledTerm =
  | { kind: 'id' | 'type' }
  /** Left to jsonld.js. */
  | { kind: 'notPlain'; why: string }
  | {
      kind: 'property'
      /** Its IRI, as N-Quads write it. */
      predicate: string
      container: '@list' | '@graph' | undefined
      /** The context that it brings for its values. */
      context: unknown
      /** How a text is read: as an IRI, as a term of the vocabulary, or as a literal. */
      texts: 'iri' | 'vocab' | 'literal'
      /** The datatype of literals, `undefined` for JSON's own. */
      datatype: string | undefined
      /** Why its scalars are left to jsonld.js, if they are. */
      notPlain: string | undefined
      /** Whether another name in the scope has the same IRI: two of their quads may be one. */
      isShared: boolean
    }

const compiled = new WeakMap<ActiveContext, Map<string, CompiledTerm>>()

/** The meaning of a name in a scope, worked out once. */
export function compileTerm(active: ActiveContext, name: string): CompiledTerm {
  let terms = compiled.get(active)
  if (!terms) {
    terms = new Map()
    compiled.set(active, terms)
  }
  let term = terms.get(name)
  if (!term) {
    term = compile(active, name)
    // Only names that the context defines are kept, so that hostile documents cannot fill memory.
    if (active.mappings.has(name)) terms.set(name, term)
  }
  return term
}

function compile(active: ActiveContext, name: string): CompiledTerm {
  const mapping = active.mappings.get(name)
  const iri = mapping?.['@id']
  if (iri === '@id') return { kind: 'id' }
  if (iri === '@type') return { kind: 'type' }
  const containers = asArray(mapping?.['@container'])
  const isPlain = containers.every((container) => PLAIN_CONTAINERS.includes(container))
  if (!mapping || typeof iri !== 'string' || iri.startsWith('@') || mapping.reverse || mapping['@nest'] !== undefined || !isPlain) {
    return { kind: 'notPlain', why: `property ${name}` }
  }
  const type = mapping['@type']
  const isReference = type === '@id' || type === '@vocab'
  try {
    return {
      kind: 'property',
      predicate: writeIri(expandIri(active, iri)),
      container: containers.includes('@list') ? '@list' : containers.includes('@graph') ? '@graph' : undefined,
      context: mapping['@context'],
      texts: type === '@id' ? 'iri' : type === '@vocab' ? 'vocab' : 'literal',
      datatype: type === undefined || type === null || isReference || type === '@none' || type === '@json' ? undefined : expandIri(active, type),
      notPlain: whyNotPlain(active, name, type),
      isShared: isShared(active, name, iri),
    }
  } catch (error) {
    return { kind: 'notPlain', why: error instanceof NotPlain ? error.why : name }
  }
}

const sharers = new WeakMap<ActiveContext, Map<string, number>>()

/** Whether several names of the scope have one IRI; counted once a scope. */
function isShared(active: ActiveContext, name: string, iri: string): boolean {
  let counts = sharers.get(active)
  if (!counts) {
    counts = new Map()
    for (const mapping of active.mappings.values()) {
      const own = mapping?.['@id']
      if (typeof own === 'string') counts.set(own, (counts.get(own) ?? 0) + 1)
    }
    sharers.set(active, counts)
  }
  return (counts.get(iri) ?? 0) > (active.mappings.has(name) ? 1 : 0)
}

function whyNotPlain(active: ActiveContext, name: string, type: string | undefined): string | undefined {
  if (type === '@json' || type === `${XSD}double`) return `type ${type}`
  if (type !== undefined && type !== '@none') return undefined
  const mapping = active.mappings.get(name)
  if ((mapping?.['@language'] ?? active['@language'] ?? null) !== null) return 'a language'
  return (mapping?.['@direction'] ?? active['@direction']) === undefined ? undefined : 'a direction'
}
