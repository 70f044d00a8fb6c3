/// <reference path="../modules.d.ts" />
import { sha256 } from '@noble/hashes/sha2.js'
import jsonld from 'jsonld'
import { canonize } from 'rdf-canonize'
import { pinnedContexts } from '../contexts/index.ts'
import { toHex, toUtf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { assertPinnedContexts } from './assert-pinned-contexts.ts'

/** The loader of this package: a pinned context, or an error. Never the network. */
async function loadPinnedContext(url: string) {
  const context = pinnedContexts.get(url)
  if (!context) throw new OpenBadgesError('unknown_context', `context ${url} is not known here`)
  return { contextUrl: undefined, documentUrl: url, document: context.document }
}

/** The hash of RDFC-1.0 in pure JavaScript, so that browsers and Node run the same code. */
function createMessageDigest() {
  const hash = sha256.create()
  return {
    update: (text: string) => void hash.update(toUtf8(text)),
    digest: () => toHex(hash.digest()),
  }
}

/**
 * The canonical N-Quads of a JSON-LD document (RDF Dataset Canonicalization, RDFC-1.0).
 *
 * @param document a JSON-LD document whose contexts are all pinned here
 * @throws OpenBadgesError `unknown_context`, `inline_context`, `undefined_term` (a property, type or
 *   value that the contexts do not define would silently escape the signature), `canonicalization_failed`
 * @see https://www.w3.org/TR/rdf-canon/
 */
export async function canonicalize(document: object): Promise<string> {
  assertPinnedContexts(document)
  try {
    const dataset = await jsonld.toRDF(
      document as never,
      {
        documentLoader: loadPinnedContext as never,
        safe: true,
        produceGeneralizedRdf: false,
      } as never,
    )
    return await canonize(dataset, { algorithm: 'RDFC-1.0', createMessageDigest, maxWorkFactor: 1 })
  } catch (cause) {
    throw toOpenBadgesError(cause)
  }
}

function toOpenBadgesError(cause: unknown): OpenBadgesError {
  if (cause instanceof OpenBadgesError) return cause
  const name = cause instanceof Error ? cause.name : ''
  const message = cause instanceof Error ? cause.message : String(cause)
  if (name === 'jsonld.ValidationError') {
    return new OpenBadgesError('undefined_term', `not covered by its contexts: ${describe(cause)}`, { cause })
  }
  return new OpenBadgesError('canonicalization_failed', message, { cause })
}

/** Which word safe mode refused, and why. */
function describe(cause: unknown): string {
  const { details } = cause as { details?: { event?: { message?: string; details?: Record<string, unknown> } } }
  const facts = details?.event?.details ?? {}
  const word = facts.property ?? facts.type ?? facts.id ?? facts.value ?? ''
  return `${typeof word === 'object' ? JSON.stringify(word) : word} (${details?.event?.message ?? 'safe mode'})`
}
