import { escapeLiteral, writeIri } from '../rdf/quads.ts'

/** A hole as it is written: inside an IRI or inside a literal. */
export type Slot = { hole: number; form: 'iri' | 'literal' }

/** Schemes that no pinned context uses as a prefix, followed by nothing that an IRI cannot hold. */
const SAFE_IRI = /^(?:https?:\/\/|did:|urn:|mailto:)[^\s<>"{}|\\^`\p{Cc}]+$/u
/** The same in ASCII, which nearly all are, and which needs no escape anywhere. */
const PLAIN_IRI = /^(?:https?:\/\/|did:|urn:|mailto:)[!#-;=?-[\]_a-z~]+$/

/** The value as it stands in a line. `undefined` for one that the general way has to judge. */
export function writeSlot({ form }: Slot, value: string): string | undefined {
  if (form === 'literal') return escapeLiteral(value)
  if (PLAIN_IRI.test(value)) return `<${value}>`
  return SAFE_IRI.test(value) ? writeIri(value) : undefined
}
