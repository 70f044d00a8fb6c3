// Keeps the pages that must go on without a line, each for the one person whose it is. To keep another page, add its address here.
const PAGES = [/^\/organizations\/[^/]+\/programmes\/[^/]+\/lesson$/, /^\/me\/practice(\/[^.]*)?$/, /^\/me\/pocket$/]
/** Where somebody finds their badges when the page that they want is not there. */
const POCKET = '/me/pocket'
/** What those pages ask for while they are open. */
const VIEWS = [/^\/organizations\/[^/]+\/programmes\/[^/]+\/lesson\.json$/, /^\/me\/practice(\/.*)?\.json$/]
/** What pages are drawn with: the same for everybody. */
const ASSETS = /^\/assets\/|^\/[\w-]+\.svg$/
const IMAGES = /^\/images\/|^\/me\/imports\/[^/]+\/picture\.png$/

const SHARED = 'boat-assets'
const PRIVATE = 'boat-private:'
const MOST_ASSETS = 400
/** A line that is nearly down: what is kept is shown after that long. */
const PATIENCE_MS = 5000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { keep, assets } = event.data
  if (typeof keep === 'string' && PAGES.some((page) => page.test(keep))) event.waitUntil(keepPage(keep, assets))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  // Whoever signs out takes everything along, line or no line.
  if ((request.method === 'POST' && url.pathname.startsWith('/sign-out')) || url.pathname === '/goodbye') event.waitUntil(empty())
  if (request.method !== 'GET') return
  const isKept = [...PAGES, ...VIEWS].some((kept) => kept.test(url.pathname))
  if (ASSETS.test(url.pathname)) event.respondWith(fromCache(SHARED, request))
  else if (isKept || request.mode === 'navigate') event.respondWith(fromNetwork(event, isKept && url.pathname))
  else if (IMAGES.test(url.pathname)) event.respondWith(fetch(request).catch(async (error) => (await findKept(url.pathname + url.search)) ?? Promise.reject(error)))
})

async function fromCache(name, request) {
  const kept = await caches.match(request, { cacheName: name, ignoreVary: true })
  return kept ?? fetch(request)
}

/** `path`: under which it is kept, if it is. */
async function fromNetwork(event, path) {
  const { request } = event
  const answer = fetch(request).then(async (response) => {
    await note(response, request.mode === 'navigate')
    if (path) event.waitUntil(keep(path, response.clone()))
    return response
  })
  const late = path && request.mode === 'navigate' ? new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(() => findKept(path)) : undefined
  try {
    return await (late ? Promise.race([answer, late.then((kept) => kept ?? answer)]) : answer)
  } catch (error) {
    const kept = path && (await findKept(path))
    if (kept) return kept
    // By another address, so that the page knows where it is.
    if (request.mode === 'navigate' && path !== POCKET && (await findKept(POCKET))) return Response.redirect(POCKET)
    throw error
  }
}

/** A page of somebody else, or of nobody: what was kept is of who was there before. */
async function note(response, isPage) {
  if (isPage && /^text\/html/.test(response.headers.get('content-type') ?? '')) await empty(response.headers.get('boat-person') ?? '')
}

async function keep(path, response) {
  const person = response.headers.get('boat-person')
  if (response.status !== 200 || response.redirected || !person) return
  await empty(person)
  const cache = await caches.open(PRIVATE + person)
  const headers = new Headers(response.headers)
  headers.set('boat-kept', '1')
  await cache.put(path, new Response(await response.blob(), { status: 200, headers }))
}

async function findKept(path) {
  for (const name of await caches.keys()) {
    const kept = name.startsWith(PRIVATE) && (await caches.match(path, { cacheName: name, ignoreVary: true }))
    if (kept) return kept
  }
  return undefined
}

/** Leaves what is kept of this person, and nothing of another. */
async function empty(person) {
  for (const name of await caches.keys()) if (name.startsWith(PRIVATE) && (!person || name !== PRIVATE + person)) await caches.delete(name)
}

async function keepPage(path, assets) {
  const page = await fetch(path, { headers: { accept: 'text/html' } })
  const person = page.headers.get('boat-person')
  const named = [...(await page.clone().text()).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, address]) => address.replaceAll('&amp;', '&'))
  await keep(path, page)
  const shared = await caches.open(SHARED)
  // Those of former builds.
  for (const old of (await shared.keys()).slice(0, -MOST_ASSETS)) await shared.delete(old)
  for (const asset of new Set([...assets, ...named])) {
    const cache = IMAGES.test(asset) ? person && (await caches.open(PRIVATE + person)) : ASSETS.test(asset) && shared
    if (cache && !(await cache.match(asset))) await cache.add(asset).catch(() => undefined)
  }
}
