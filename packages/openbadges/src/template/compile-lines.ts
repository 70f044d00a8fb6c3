import { toHex } from '../encoding/bytes.ts'
import { defaultSha256 } from '../proof/canonicalize.ts'
import { quadsByBlankNode } from '../rdf/label-blank-nodes.ts'
import { escapeLiteral, type Quad, writeIri, writeQuad } from '../rdf/quads.ts'
import { holeOf, notSafe, splitAtMarks } from './holes.ts'

/**
 * A line of N-Quads with something to fill in: fixed texts, and between them holes (0 and above, in the order of the
 * written values) or blank nodes (−1 − node).
 */
export type Line = { texts: string[]; parts: number[] }

/** Each hole, as the line needs it: inside an IRI or inside a literal. */
export type Slot = { hole: number; form: 'iri' | 'literal' }

export type CompiledLines = {
  /** Lines that never change, in canonical order. */
  fixed: string[]
  /** Lines with holes or blank nodes. */
  open: Line[]
  slots: Slot[]
  /** The blank nodes: the lines of their first-degree hash, and that hash where no line has a hole. */
  blanks: { node: number; fixed: string[]; open: Line[]; digest: string | undefined }[]
}

const RDF_TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'
const BLANK = /_:blank(\d+)#/

/** Compiles the quads of a marked document. Throws `template_not_safe` for a hole that is not a whole term. */
export function compileLines(quads: readonly Quad[]): CompiledLines {
  const slots: Slot[] = []
  const fixed: string[] = []
  const open: Line[] = []
  for (const quad of quads) {
    assertWholeTerms(quad)
    const line = compileLine(
      writeQuad(quad, (node) => `_:blank${node}#`),
      slots,
    )
    if (line.parts.length === 0) fixed.push(line.texts[0] as string)
    else open.push(line)
  }
  const blanks = [...quadsByBlankNode(quads)].map(([node, own]) => {
    const lines = own.map((quad) =>
      compileLine(
        writeQuad(quad, (other) => (other === node ? '_:a' : '_:z')),
        slots,
      ),
    )
    const isFixed = ({ parts }: Line) => parts.length === 0
    const fixedLines = lines.filter(isFixed).map(({ texts }) => texts[0] as string)
    const openLines = lines.filter((line) => !isFixed(line))
    const digest = openLines.length === 0 ? toHex(defaultSha256(fixedLines.sort().join(''))) : undefined
    return { node, fixed: fixedLines, open: openLines, digest }
  })
  return { fixed: fixed.sort(), open, slots, blanks }
}

function assertWholeTerms({ subject, predicate, object, graph }: Quad): void {
  for (const term of [subject, object, graph]) {
    if (typeof term !== 'string' || holeOf(term) === undefined) continue
    const isWhole = /^<urn:x-hole:\d+:>$/.test(term) || /^"urn:x-hole:\d+:"(?:\^\^<[^>]*>)?$/.test(term)
    if (!isWhole || (predicate === RDF_TYPE && term === object)) throw notSafe(`a hole that is not a whole value: ${term}`)
  }
}

/** Takes a line apart at its holes and blank nodes. */
function compileLine(text: string, slots: Slot[]): Line {
  const texts: string[] = []
  const parts: number[] = []
  let rest = ''
  const { texts: between, holes } = splitAtMarks(text)
  for (const [index, piece] of between.entries()) {
    const [first = '', ...blanks] = piece.split(BLANK)
    rest += first
    for (let at = 0; at < blanks.length; at += 2) {
      texts.push(rest)
      parts.push(-1 - Number(blanks[at]))
      rest = blanks[at + 1] as string
    }
    const hole = holes[index]
    if (hole === undefined) continue
    const form = rest.endsWith('<') ? 'iri' : 'literal'
    let slot = slots.findIndex((candidate) => candidate.hole === hole && candidate.form === form)
    if (slot < 0) slot = slots.push({ hole, form }) - 1
    // The brackets of an IRI are part of what writeIri gives.
    texts.push(form === 'iri' ? rest.slice(0, -1) : rest)
    parts.push(slot)
    rest = ''
    if (form === 'iri') between[index + 1] = (between[index + 1] ?? '').slice(1)
  }
  return { texts: [...texts, rest], parts }
}

/** Schemes that no pinned context uses as a prefix, followed by nothing that an IRI cannot hold. */
const SAFE_IRI = /^(?:https?:\/\/|did:|urn:|mailto:)[^\s<>"{}|\\^`\p{Cc}]+$/u

/** The value as it stands in a line. `undefined` for one that the general way has to judge. */
export function writeSlot({ form }: Slot, value: string): string | undefined {
  if (form === 'iri') return SAFE_IRI.test(value) ? writeIri(value) : undefined
  return escapeLiteral(value)
}
