// How the documents of one verification are loaded: our own from ourselves, the others through the safe fetch, each once.
import type { Load } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import type { Fetched } from '#kit/fetch.ts'

/** Badges before machines: the issuers' servers answer the same address with a page, a picture or the document itself. */
export const ACCEPT_BADGE =
  'application/vc+ld+json, application/vc+jwt;q=0.9, application/ld+json;q=0.9, application/json;q=0.9, image/png;q=0.6, image/svg+xml;q=0.6, text/html;q=0.3, */*;q=0.1'
const ACCEPT_DOCUMENT = 'application/json, application/ld+json, application/vc+ld+json, application/did+json, application/did+ld+json;q=0.9, */*;q=0.1'
const MAX_LOADS = 25
const MAX_MILLISECONDS = 25_000

export type DocumentLoader = {
  load: Load
  /** Asks again in another form; what it answers is what `load` then gives for that address. */
  loadAs: (url: string, accept: string) => Promise<Fetched>
}

export function createDocumentLoader(ctx: Ctx): DocumentLoader {
  const loaded = new Map<string, Promise<Fetched>>()
  const deadline = ctx.now().getTime() + MAX_MILLISECONDS
  let count = 0
  const loadAs = (url: string, accept: string): Promise<Fetched> => {
    count += 1
    if (count > MAX_LOADS || ctx.now().getTime() > deadline) return Promise.reject(new Error('too many documents, or too slow'))
    const loading = ctx.fetch(ownAddress(ctx, url) ?? url, { accept }).then((fetched) => ({ ...fetched, url: ownAddress(ctx, fetched.url) ? url : fetched.url }))
    loaded.set(url, loading)
    return loading
  }
  return { load: (url) => loaded.get(url) ?? loadAs(url, ACCEPT_DOCUMENT), loadAs }
}

/**
 * An address of this platform as it knows itself, whatever its scheme: a did:web always says https, also on a laptop.
 * Undefined for those of others.
 */
export function ownAddress({ config }: Ctx, address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const isOwn = url.host === new URL(config.url).host && /^https?:$/.test(url.protocol) && url.username === ''
  return isOwn ? `${config.url}${url.pathname}${url.search}` : undefined
}
