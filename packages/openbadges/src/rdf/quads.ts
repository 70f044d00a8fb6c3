/** A part of a quad: its N-Quads text, or the number of a blank node. */
export type Term = string | number

/** A quad; `graph` is an empty text for the default graph. */
export type Quad = { subject: Term; predicate: string; object: Term; graph: Term }

const LITERAL_ESCAPES: Readonly<Record<string, string>> = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '"': '\\"', '\\': '\\\\' }
const toUchar = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

// biome-ignore lint/suspicious/noControlCharactersInRegex: canonical N-Quads escape exactly these
const LITERAL_UNSAFE = /[\u0000-\u001F\u007F"\\]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: and these in an IRI
const IRI_UNSAFE = /[\u0000-\u0020<>"{}|^`\\]/
const ALL_LITERAL_UNSAFE = new RegExp(LITERAL_UNSAFE.source, 'g')
const ALL_IRI_UNSAFE = new RegExp(IRI_UNSAFE.source, 'g')

/** A text as it stands between the quotes of a canonical literal. */
export function escapeLiteral(text: string): string {
  return LITERAL_UNSAFE.test(text) ? text.replace(ALL_LITERAL_UNSAFE, (letter) => LITERAL_ESCAPES[letter] ?? toUchar(letter)) : text
}

/** An IRI between its brackets. */
export function writeIri(iri: string): string {
  return `<${IRI_UNSAFE.test(iri) ? iri.replace(ALL_IRI_UNSAFE, toUchar) : iri}>`
}

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'

/** A literal with its datatype, which is not written when it is a string. */
export function writeLiteral(text: string, datatype: string): string {
  return datatype === XSD_STRING ? `"${escapeLiteral(text)}"` : `"${escapeLiteral(text)}"^^${writeIri(datatype)}`
}

/** One line, blank nodes written by `label`. */
export function writeQuad({ subject, predicate, object, graph }: Quad, label: (blank: number) => string): string {
  const s = typeof subject === 'number' ? label(subject) : subject
  const o = typeof object === 'number' ? label(object) : object
  if (graph === '') return `${s} ${predicate} ${o} .\n`
  return `${s} ${predicate} ${o} ${typeof graph === 'number' ? label(graph) : graph} .\n`
}
