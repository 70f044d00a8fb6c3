/// <reference path="../modules.d.ts" />
import { sha256 } from '@noble/hashes/sha2.js'
import jsonld from 'jsonld'
import ContextResolver from 'jsonld/lib/ContextResolver.js'
import jsonldContext from 'jsonld/lib/context.js'
import { canonize } from 'rdf-canonize'
import { pinnedContexts } from '../contexts/index.ts'
import { toHex, toUtf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { NotPlain } from '../rdf/expand-iri.ts'
import { labelBlankNodes, quadsByBlankNode, writeCanonical } from '../rdf/label-blank-nodes.ts'
import { type Quad, writeQuad } from '../rdf/quads.ts'
import { type ActiveContext, MissingScope, type ProcessContext, Scopes } from '../rdf/scope.ts'
import { toQuads } from '../rdf/to-quads.ts'
import type { JsonObject } from '../terms/json.ts'
import { assertPinnedContexts } from './assert-pinned-contexts.ts'

/** SHA-256 of bytes, or of a text in UTF-8. Give a faster one than pure JavaScript: `(data) => hash('sha256', data, 'buffer')` of node:crypto. */
export type Sha256 = (data: string | Uint8Array) => Uint8Array

/** SHA-256 in pure JavaScript: what is used when none is given. */
export const defaultSha256: Sha256 = (data) => sha256(typeof data === 'string' ? toUtf8(data) : data)

/** The loader of this package: a pinned context, or an error. Never the network. */
async function documentLoader(url: string) {
  const context = pinnedContexts.get(url)
  if (!context) throw new OpenBadgesError('unknown_context', `context ${url} is not known here`)
  return { contextUrl: undefined, documentUrl: url, document: context.document }
}

const contextResolver = new ContextResolver({ sharedCache: new Map() })

/** jsonld.js's own context processing; any event, which safe mode would refuse, leaves the short way. */
const processContext: ProcessContext = async (activeCtx, localCtx, options) => {
  const eventHandler = () => {
    throw new NotPlain('an event of context processing')
  }
  const processing = { base: '', processingMode: 'json-ld-1.1', documentLoader, contextResolver, eventHandler }
  return (await jsonldContext.process({ activeCtx, localCtx, ...options, options: processing })) as ActiveContext
}

const scopes = new Scopes(jsonldContext.getInitialContext({ processingMode: 'json-ld-1.1' }) as ActiveContext, processContext)
/** More contexts than any one document can need: a guard against going round. */
const MAX_STEPS = 500
/** Hundreds of times as many as a badge has; a record of a whole life fits. */
const MAX_QUADS = 30_000
const MAX_TIED_NODES = 2000

/**
 * The canonical N-Quads of a JSON-LD document (RDF Dataset Canonicalization, RDFC-1.0).
 *
 * Plain documents, which credentials are, take a short way over contexts that were processed once; all others go
 * through jsonld.js and rdf-canonize. Both give the same bytes.
 *
 * @param document a JSON-LD document whose contexts are all pinned here
 * @param hash the hash that labels blank nodes: SHA-256, except under a key of P-384
 * @throws OpenBadgesError `unknown_context`, `inline_context`, `undefined_term` (a property, type or
 *   value that the contexts do not define would silently escape the signature), `canonicalization_failed`
 * @see https://www.w3.org/TR/rdf-canon/
 * @example
 * await canonicalize(credential) // '<https://badges.example/achievements/7> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> …'
 */
export async function canonicalize(document: object, hash: Sha256 = defaultSha256): Promise<string> {
  assertPinnedContexts(document)
  const quads = await plainQuads(document as JsonObject)
  const text = quads ? await canonicalizeQuads(quads, hash) : await canonicalizeByJsonLd(document, hash)
  if (!text.isWellFormed()) throw new OpenBadgesError('canonicalization_failed', 'a text that is not well-formed Unicode')
  return text
}

/** The quads of a plain document; `undefined` for one that jsonld.js has to read, or to refuse. */
export async function plainQuads(document: JsonObject): Promise<Quad[] | undefined> {
  for (let step = 0; step < MAX_STEPS; step++) {
    try {
      return toQuads(document, scopes)
    } catch (reason) {
      if (!(reason instanceof MissingScope)) return undefined
      try {
        await reason.make()
      } catch {
        return undefined
      }
    }
  }
  return undefined
}

async function canonicalizeQuads(quads: Quad[], hash: Sha256): Promise<string> {
  assertSize(quads.length, 0)
  const labels = labelBlankNodes(quads, (text) => toHex(hash(text)))
  if (labels) return writeCanonical(quads, labels)
  assertSize(quads.length, quadsByBlankNode(quads).size)
  return canonizeOrRefuse(quads.map((quad) => writeQuad(quad, (node) => `_:b${node}`)).join(''), hash, { inputFormat: 'application/n-quads' })
}

/** A document that would take the machine rather than tell something. Ties between blank nodes cost the square of their number. */
function assertSize(quads: number, tiedNodes: number): void {
  if (quads > MAX_QUADS || tiedNodes > MAX_TIED_NODES) throw new OpenBadgesError('canonicalization_failed', 'the document is too large')
}

/** The long way, and the reference that the short one is held to. */
export async function canonicalizeByJsonLd(document: object, hash: Sha256 = defaultSha256): Promise<string> {
  const options = { documentLoader, safe: true, produceGeneralizedRdf: false }
  try {
    const dataset = (await jsonld.toRDF(document as never, options as never)) as unknown as { subject: { termType: string; value: string } }[]
    assertSize(dataset.length, new Set(dataset.filter(({ subject }) => subject.termType === 'BlankNode').map(({ subject }) => subject.value)).size)
    return await canonizeOrRefuse(dataset, hash)
  } catch (cause) {
    throw toOpenBadgesError(cause)
  }
}

async function canonizeOrRefuse(dataset: unknown, hash: Sha256, options: { inputFormat?: 'application/n-quads' } = {}): Promise<string> {
  try {
    return await canonize(dataset, { algorithm: 'RDFC-1.0', createMessageDigest: () => makeDigest(hash), maxWorkFactor: 1, ...options })
  } catch (cause) {
    throw toOpenBadgesError(cause)
  }
}

/** The hash as rdf-canonize asks for it, so that browsers and Node run the same code. */
function makeDigest(hash: Sha256) {
  let all = ''
  return {
    update: (text: string) => {
      all += text
    },
    digest: () => toHex(hash(all)),
  }
}

function toOpenBadgesError(cause: unknown): OpenBadgesError {
  if (cause instanceof OpenBadgesError) return cause
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'jsonld.ValidationError') return new OpenBadgesError('undefined_term', `not covered by its contexts: ${describe(cause)}`, { cause })
  return new OpenBadgesError('canonicalization_failed', cause instanceof Error ? cause.message : String(cause), { cause })
}

/** Which word safe mode refused, and why. */
function describe(cause: unknown): string {
  const { details } = cause as { details?: { event?: { message?: string; details?: Record<string, unknown> } } }
  const facts = details?.event?.details ?? {}
  const word = facts.property ?? facts.type ?? facts.id ?? facts.value ?? ''
  return `${typeof word === 'object' ? JSON.stringify(word) : word} (${details?.event?.message ?? 'safe mode'})`
}
