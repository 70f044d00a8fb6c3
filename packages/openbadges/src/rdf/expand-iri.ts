import type { ActiveContext } from './scope.ts'

const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:\S*$/
const LIKE_KEYWORD = /^@[A-Za-z]+$/

/** Something that the short way does not do: the document takes the long way, through jsonld.js. */
export class NotPlain {
  why: string
  constructor(why: string) {
    this.why = why
  }
}

/** An IRI, possibly written with a prefix of the context. Anything else is not plain. */
export function expandIri(active: ActiveContext, value: string): string {
  const colon = value.indexOf(':')
  if (colon < 1 || LIKE_KEYWORD.test(value)) throw new NotPlain(`relative ${value}`)
  const prefix = value.slice(0, colon)
  if (prefix === '_') throw new NotPlain('named blank node')
  if (!value.startsWith('//', colon + 1)) {
    const mapping = active.mappings.get(prefix)
    if (mapping?._prefix) return absolute(mapping['@id'] + value.slice(colon + 1))
  }
  return absolute(value)
}

/** A term of the vocabulary (a type, a value of `@type: @vocab`), or an IRI. */
export function expandVocab(active: ActiveContext, value: string): string {
  const mapping = active.mappings.get(value)
  if (mapping === undefined) return expandIri(active, value)
  const iri = mapping?.['@id']
  if (typeof iri !== 'string') throw new NotPlain(`term ${value}`)
  return absolute(iri)
}

function absolute(iri: string): string {
  if (!ABSOLUTE.test(iri)) throw new NotPlain(`not an IRI: ${iri}`)
  return iri
}
