import { buildDidDocument, type DidKey, didWebToUrl, type Load } from '../src/index.ts'

/** A web of the documents given, by address. `'down'` fails as a network does; a number is a status. Anything else is not found. */
export function makeWeb(documents: Record<string, unknown>): Load & { asked: string[] } {
  const asked: string[] = []
  const load: Load = async (url) => {
    asked.push(url)
    const body = documents[url]
    if (body === 'down') throw new Error('connection refused')
    if (body === undefined || typeof body === 'number') return { url, status: (body as number) ?? 404, body: new Uint8Array() }
    return { url, status: 200, body: body instanceof Uint8Array ? body : new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)) }
  }
  return Object.assign(load, { asked })
}

/** The DID document of an issuer, at its address. */
export const publish = (did: string, ...keys: DidKey[]) => ({ [didWebToUrl(did)]: buildDidDocument({ did, keys }) })
