import { defaultSha256 } from '../proof/canonicalize.ts'
import { quadsByBlankNode } from '../rdf/label-blank-nodes.ts'
import { type Quad, type Term, writeQuad } from '../rdf/quads.ts'
import { holeOf, notSafe } from './holes.ts'
import type { Slot } from './slots.ts'

/** Text with something to fill in between: a slot (0 and above), or a blank node's label (−1 − node). */
export type Gapped = { texts: string[]; parts: number[] }

/**
 * The lines of one subject. Canonical order is that of the whole lines; since a predicate ends where its bracket closes,
 * the lines of a subject are ordered by predicate whatever the values are. Only lines that share subject and predicate
 * wait for their values: they are `loose`.
 */
export type Block = { subject: Gapped; runs: ({ kind: 'fixed'; text: Gapped } | { kind: 'loose'; lines: Gapped[] })[] }

export type CompiledLines = {
  blocks: Block[]
  slots: Slot[]
  /** Each blank node: the lines of its first-degree hash, or that hash where they never change. */
  blanks: { node: number; blocks: Block[]; digest: Uint8Array | undefined }[]
}

const RDF_TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'

/** Compiles the quads of a marked document. Throws `template_not_safe` for a hole that is not a whole term. */
export function compileLines(quads: readonly Quad[]): CompiledLines {
  const slots: Slot[] = []
  const blocks = compileBlocks(quads, slots, (node) => -1 - node)
  const blanks = [...quadsByBlankNode(quads)].map(([node, own]) => {
    const ownBlocks = compileBlocks(own, slots, (other) => (other === node ? '_:a' : '_:z'))
    const isFixed = ownBlocks.every(({ subject, runs }) => subject.parts.length === 0 && runs.every((run) => run.kind === 'fixed' && run.text.parts.length === 0))
    const lines = own.map((quad) => writeQuad(quad, (other) => (other === node ? '_:a' : '_:z')))
    return { node, blocks: ownBlocks, digest: isFixed ? defaultSha256(lines.sort().join('')) : undefined }
  })
  return { blocks, slots, blanks }
}

function compileBlocks(quads: readonly Quad[], slots: Slot[], label: (node: number) => string | number): Block[] {
  const bySubject = new Map<Term | string, Quad[]>()
  for (const quad of quads) {
    const { subject } = quad
    const name = typeof subject === 'number' ? label(subject) : subject
    bySubject.set(name, [...(bySubject.get(name) ?? []), quad])
  }
  return [...bySubject.values()].map((own) => compileBlock(own, slots, label))
}

function compileBlock(quads: Quad[], slots: Slot[], label: (node: number) => string | number): Block {
  const [first] = quads as [Quad]
  const write = (term: Term) => gap(typeof term === 'number' ? label(term) : term, slots)
  const subject = write(first.subject)
  const runs: Block['runs'] = []
  for (const predicate of [...new Set(quads.map((quad) => quad.predicate))].sort()) {
    const own = quads.filter((quad) => quad.predicate === predicate)
    const lines = own.map((quad) => {
      if (predicate === RDF_TYPE && typeof quad.object === 'string' && holeOf(quad.object) !== undefined) throw notSafe('a hole in a type')
      const graph = quad.graph === '' ? [] : [gap(' ', slots), write(quad.graph)]
      return join(subject, gap(` ${predicate} `, slots), write(quad.object), ...graph, gap(' .\n', slots))
    })
    const isFixed = lines.every(({ parts }) => parts.length === subject.parts.length)
    const last = runs.at(-1)
    if (lines.length > 1 && !isFixed) runs.push({ kind: 'loose', lines })
    else {
      const text = join(...lines.toSorted((a, b) => compare(a.texts.at(-1) as string, b.texts.at(-1) as string)))
      if (last?.kind === 'fixed') last.text = join(last.text, text)
      else runs.push({ kind: 'fixed', text })
    }
  }
  return { subject, runs }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A term taken apart at the hole that it is, if it is one. */
function gap(term: string | number, slots: Slot[]): Gapped {
  if (typeof term === 'number') return { texts: ['', ''], parts: [term] }
  const hole = holeOf(term)
  if (hole === undefined) return { texts: [term], parts: [] }
  const literal = /^"urn:x-hole:\d+:("(?:\^\^<[^>]*>)?)$/.exec(term)
  if (!literal && !/^<urn:x-hole:\d+:>$/.test(term)) throw notSafe(`a hole that is not a whole value: ${term}`)
  const form = literal ? 'literal' : 'iri'
  let slot = slots.findIndex((candidate) => candidate.hole === hole && candidate.form === form)
  if (slot < 0) slot = slots.push({ hole, form }) - 1
  return { texts: literal ? ['"', literal[1] as string] : ['', ''], parts: [slot] }
}

/** Gapped texts one after the other, as one. */
export function join(...all: Gapped[]): Gapped {
  const texts = ['']
  const parts: number[] = []
  for (const one of all) {
    texts[texts.length - 1] += one.texts[0] as string
    texts.push(...one.texts.slice(1))
    parts.push(...one.parts)
  }
  return { texts, parts }
}
