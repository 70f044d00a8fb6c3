import { compileTemplate, fillTemplate, type Template } from '../template/template.ts'
import type { JsonObject } from '../terms/json.ts'
import { canonicalize, type Sha256 } from './canonicalize.ts'

/** Enough for every pair of suite and contexts that is in use. */
const MAX_TEMPLATES = 100
/** Longer options are not those of a usual proof, and would fill memory. */
const MAX_KEY = 2000
const templates = new Map<string, Template | undefined>()

/** What was canonicalized last: badges of one key are often made in one second. */
let latest = { key: '', text: '' }

/**
 * The canonical form of a proof's options: the same as `canonicalize` gives. Nearly all proofs differ only in when and
 * by which key they were made, so those of one suite and one context share a template.
 */
export async function canonicalizeOptions(options: JsonObject, sha256: Sha256): Promise<string> {
  const key = JSON.stringify(options)
  if (key === latest.key) return latest.text
  const text = (await canonicalizeByTemplate(options, sha256)) ?? (await canonicalize(options, sha256))
  latest = { key, text }
  return text
}

async function canonicalizeByTemplate(options: JsonObject, sha256: Sha256): Promise<string | undefined> {
  const { created, verificationMethod: method, ...rest } = options
  if (typeof created !== 'string' || typeof method !== 'string' || !created.isWellFormed() || !method.isWellFormed()) return undefined
  const key = JSON.stringify(rest)
  if (key.length > MAX_KEY) return undefined
  if (!templates.has(key)) {
    if (templates.size >= MAX_TEMPLATES) templates.clear()
    templates.set(key, await compileTemplate(options, { created: '/created', method: '/verificationMethod' }).catch(() => undefined))
  }
  const template = templates.get(key)
  return template && fillTemplate(template, { created, method }, sha256)
}
