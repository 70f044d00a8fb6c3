import { type Quad, writeQuad } from './quads.ts'

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type HashHex = (text: string) => string

/** The quads in which each blank node appears. */
export function quadsByBlankNode(quads: readonly Quad[]): Map<number, Quad[]> {
  const byNode = new Map<number, Quad[]>()
  for (const quad of quads) {
    const nodes = new Set([quad.subject, quad.object, quad.graph].filter((term) => typeof term === 'number'))
    for (const node of nodes) {
      const known = byNode.get(node)
      if (known) known.push(quad)
      else byNode.set(node, [quad])
    }
  }
  return byNode
}

/** The hash of a blank node by its own quads, in which it is `_:a` and every other blank node is `_:z`. */
export function hashFirstDegree(node: number, quads: readonly Quad[], hash: HashHex): string {
  const lines = quads.map((quad) => writeQuad(quad, (other) => (other === node ? '_:a' : '_:z')))
  return hash(lines.sort().join(''))
}

/**
 * The canonical labels of the blank nodes, when their first-degree hashes all differ, which is so for nearly
 * every credential. `undefined` when two are equal: then the whole algorithm is needed.
 *
 * @see https://www.w3.org/TR/rdf-canon/#canon-algorithm steps 1 to 5
 */
export function labelBlankNodes(quads: readonly Quad[], hash: HashHex): Map<number, string> | undefined {
  const nodeOf = new Map<string, number>()
  for (const [node, own] of quadsByBlankNode(quads)) {
    const digest = hashFirstDegree(node, own, hash)
    if (nodeOf.has(digest)) return undefined
    nodeOf.set(digest, node)
  }
  const labels = new Map<number, string>()
  for (const digest of [...nodeOf.keys()].sort()) labels.set(nodeOf.get(digest) as number, `_:c14n${labels.size}`)
  return labels
}

/** The lines of labelled quads, in canonical order. */
export function writeCanonical(quads: readonly Quad[], labels: ReadonlyMap<number, string>): string {
  return quads
    .map((quad) => writeQuad(quad, (node) => labels.get(node) as string))
    .sort()
    .join('')
}
