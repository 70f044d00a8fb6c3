import { OpenBadgesError } from '../errors.ts'
import { assertPinnedContexts } from '../proof/assert-pinned-contexts.ts'
import { canonicalize, defaultSha256, plainQuads, type Sha256 } from '../proof/canonicalize.ts'
import type { JsonObject } from '../terms/json.ts'
import { type CompiledLines, compileLines } from './compile-lines.ts'
import { fillLines, hashLines } from './fill-lines.ts'
import { fillJson, type Holes, type JsonFrame, markHoles, notSafe, splitAtMarks } from './holes.ts'
import { writeSlot } from './slots.ts'

/** The values of the holes, by name. */
export type HoleValues = Readonly<Record<string, string>>

/**
 * One achievement for many recipients: a credential with holes, whose canonical form is compiled once. Immutable; a
 * template and its values are also a compact form of a credential, since `renderTemplate` always gives the same text.
 */
export type Template = {
  readonly names: readonly string[]
  /** The `@context` of the document. */
  readonly context: JsonObject['@context']
  /** The JSON text between its holes. */
  readonly json: JsonFrame
  readonly lines: CompiledLines
}

/**
 * Compiles a credential with holes, for credentials that differ in a handful of texts only: id, dates, recipient,
 * status, evidence.
 *
 * @param example an unsigned credential; what is in its holes does not matter, as long as it is a text
 * @param holes the name of each hole and where it is (JSON pointers)
 * @throws OpenBadgesError `template_not_safe` when the shape cannot be compiled exactly (then sign each by
 *   `signCredential`), `invalid_argument` for a pointer that leads nowhere, and what `canonicalize` throws
 * @see https://www.w3.org/TR/rdf-canon/#canon-algorithm
 * @example
 * const template = await compileTemplate(credential, { id: '/id', hash: '/credentialSubject/identifier/0/identityHash' })
 * for (const values of list) texts.push(await signFromTemplate(template, values, { signer, created, sha256 }))
 */
export async function compileTemplate(example: object, holes: Holes): Promise<Template> {
  const { proof: _, ...document } = example as JsonObject
  assertPinnedContexts(document)
  await canonicalize(document)
  const { marked, names } = markHoles(document, holes)
  const quads = await plainQuads(marked)
  if (!quads) throw notSafe('not a plain document')
  const lines = compileLines(quads)
  const unused = names.find((_, hole) => !lines.slots.some((slot) => slot.hole === hole))
  if (unused !== undefined) throw notSafe(`the hole ${unused} is not covered by the signature`)
  return { names, context: document['@context'] as JsonObject['@context'], json: splitAtMarks(JSON.stringify(marked)), lines }
}

/** The values in the order of the names. Throws `invalid_argument`. */
export function valuesInOrder({ names }: Template, values: HoleValues): string[] {
  return names.map((name) => {
    const value = values[name]
    if (typeof value !== 'string' || !value.isWellFormed()) throw new OpenBadgesError('invalid_argument', `the hole ${name} needs a well-formed text`)
    return value
  })
}

/**
 * The JSON text of the unsigned credential with those values: the same text, always.
 *
 * @throws OpenBadgesError `invalid_argument` for a missing value, or one that is not well-formed Unicode
 * @see https://www.rfc-editor.org/rfc/rfc8259#section-7
 * @example
 * renderTemplate(template, { id: 'urn:uuid:…' }) // '{"@context":[…],"id":"urn:uuid:…",…}'
 */
export function renderTemplate(template: Template, values: HoleValues): string {
  return fillJson(template.json, valuesInOrder(template, values))
}

/**
 * The canonical N-Quads of the credential with those values: byte for byte what `canonicalize` gives for it.
 * `undefined` when these values cannot be proved safe (an unusual IRI, values that make two lines or two blank nodes
 * equal): then the general way has to be taken.
 *
 * @throws OpenBadgesError `invalid_argument` for a missing value, or one that is not well-formed Unicode
 * @see https://www.w3.org/TR/rdf-canon/#canon-algorithm
 * @example
 * fillTemplate(template, { id }) ?? (await canonicalize(JSON.parse(renderTemplate(template, { id }))))
 */
export function fillTemplate(template: Template, values: HoleValues, sha256: Sha256 = defaultSha256): string | undefined {
  const slots = writeSlots(template, valuesInOrder(template, values))
  return slots && fillLines(template.lines, slots, sha256)
}

/** The values as the lines have them; `undefined` when one of them is for the general way to judge. */
function writeSlots({ lines }: Template, ordered: readonly string[]): string[] | undefined {
  const slots: string[] = []
  for (const slot of lines.slots) {
    const text = writeSlot(slot, ordered[slot.hole] as string)
    if (text === undefined) return undefined
    slots.push(text)
  }
  return slots
}

/** The hash of the canonical form with the values in the order of the names, if that can be proved safe. */
export function hashFilled(template: Template, ordered: readonly string[], sha256: Sha256): Uint8Array | undefined {
  const slots = writeSlots(template, ordered)
  return slots && hashLines(template.lines, slots, sha256)
}
