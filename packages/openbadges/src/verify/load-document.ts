import { fromUtf8 } from '../encoding/bytes.ts'
import { parseJson } from '../encoding/parse-json.ts'
import { isJsonObject, type JsonObject } from '../terms/json.ts'
import { type Finding, found, refused } from './report.ts'

/** A document as it was loaded. `url` is where it was found after redirections. */
export type LoadedDocument = { url: string; status: number; contentType?: string; body: Uint8Array }

/**
 * How documents are loaded. Everything about the network is the caller's: which addresses are allowed, limits
 * of time and size, caches. Throwing means that the network failed: the check is then `undetermined`.
 */
export type Load = (url: string) => Promise<LoadedDocument>

const MAX_DOCUMENTS = 40
const MAX_BYTES = 4 * 1024 * 1024

/** A `Load` that asks for an address once, and for a bounded number of them in one verification. */
export function loadOnce(load: Load): (url: string) => Promise<Finding<LoadedDocument>> {
  const loaded = new Map<string, Promise<Finding<LoadedDocument>>>()
  return (url) => {
    const known = loaded.get(url)
    if (known) return known
    if (loaded.size >= MAX_DOCUMENTS) {
      return Promise.resolve({ ok: false, outcome: 'undetermined', code: 'too_many_documents', detail: url })
    }
    const loading = loadDocument(load, url)
    loaded.set(url, loading)
    return loading
  }
}

async function loadDocument(load: Load, url: string): Promise<Finding<LoadedDocument>> {
  let document: LoadedDocument
  try {
    document = await load(url)
  } catch (cause) {
    return { ok: false, outcome: 'undetermined', code: 'unavailable', detail: `${url}: ${cause instanceof Error ? cause.message : cause}` }
  }
  if (document.status >= 200 && document.status < 300) {
    return document.body.length > MAX_BYTES ? refused('unreadable', `${url} is too large`) : found(document)
  }
  if (document.status === 404) return refused('not_found', `${url} answers 404`)
  if (document.status === 410) return refused('gone', `${url} answers 410`)
  return { ok: false, outcome: 'undetermined', code: 'unavailable', detail: `${url} answers ${document.status}` }
}

/** The documents of one verification. */
export type Loader = ReturnType<typeof loadOnce>

/** A JSON object from an address. Something else there is `unreadable`. */
export async function loadJson(loader: Loader, url: string): Promise<Finding<JsonObject>> {
  const loaded = await loader(url)
  if (!loaded.ok) return loaded
  try {
    const value = parseJson(fromUtf8(loaded.value.body).replace(/^\uFEFF/, ''))
    if (isJsonObject(value)) return found(value)
  } catch {
    // told below, like any other thing that is not a JSON object
  }
  return refused('unreadable', `${url} is not a JSON object`)
}
