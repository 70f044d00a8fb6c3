import { compileTemplate, fillTemplate, type Template } from '../template/template.ts'
import type { JsonObject } from '../terms/json.ts'
import { canonicalize, type Sha256 } from './canonicalize.ts'

/** Enough for every pair of suite and contexts that is in use. */
const MAX_TEMPLATES = 100
/** Longer options are not those of a usual proof, and would fill memory. */
const MAX_KEY = 2000
const templates = new Map<string, Template | undefined>()

/**
 * The canonical form of a proof's options: the same as `canonicalize` gives. Nearly all proofs differ only in when and
 * by which key they were made, so those of one suite and one context share a template.
 */
export async function canonicalizeOptions(options: JsonObject, sha256: Sha256): Promise<string> {
  const { created, verificationMethod: method, ...rest } = options
  if (typeof created !== 'string' || typeof method !== 'string') return canonicalize(options, sha256)
  const key = JSON.stringify(rest)
  if (key.length > MAX_KEY) return canonicalize(options, sha256)
  if (!templates.has(key)) {
    if (templates.size >= MAX_TEMPLATES) templates.clear()
    templates.set(key, await compileTemplate(options, { created: '/created', method: '/verificationMethod' }).catch(() => undefined))
  }
  const template = templates.get(key)
  const text = template && created.isWellFormed() && method.isWellFormed() ? fillTemplate(template, { created, method }, sha256) : undefined
  return text ?? canonicalize(options, sha256)
}
