// The network of a verification in a browser: the platform's own public documents, and nothing else. Whatever else it would need is noted, not asked.
import type { LoadedDocument } from '@boat/openbadges'

/** Keys and status lists tell nothing of the badge that is verified: many share each. */
const PUBLIC_DOCUMENT = /^\/(?:issuers\/[0-9a-f-]{36}\/did\.json|status\/[0-9a-f-]{36})$/

export function createPublicLoader(platformUrl: string, fetch: typeof globalThis.fetch) {
  const asked: string[] = []
  const missing: string[] = []
  const load = async (address: string): Promise<LoadedDocument> => {
    const path = publicPath(platformUrl, address)
    if (path !== undefined) {
      asked.push(path)
      const loaded = await read(fetch, platformUrl + path, address)
      if (loaded) return loaded
    }
    missing.push(address)
    throw new Error('not asked from here')
  }
  return { load, asked, missing }
}

/** A did:web always says https, also on a laptop: an address of ours is known by its host. */
function publicPath(platformUrl: string, address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { host, protocol, username, pathname, search } = new URL(address)
  const isOurs = host === new URL(platformUrl).host && /^https?:$/.test(protocol) && username === '' && search === ''
  return isOurs && PUBLIC_DOCUMENT.test(pathname) ? pathname : undefined
}

/** Undefined when the platform cannot be reached, or does not answer as it should. */
async function read(fetch: typeof globalThis.fetch, url: string, address: string): Promise<LoadedDocument | undefined> {
  const response = await fetch(url, { credentials: 'omit', redirect: 'error', cache: 'no-cache' }).catch(() => undefined)
  if (!response || ![200, 404, 410].includes(response.status)) return undefined
  return { url: address, status: response.status, body: new Uint8Array(await response.arrayBuffer()) }
}
