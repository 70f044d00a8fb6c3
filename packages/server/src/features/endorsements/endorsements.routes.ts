import type { Context } from 'hono'
import { preferredType } from '#kit/negotiate.ts'
import type { ApiVariables, PlatformApi } from '#web/api.ts'
import { getEndorsementDocument } from './get-endorsement.ts'
import { readAskedPicture } from './requests/get-asked.ts'

const ADDRESS = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\.json)?$/i
const OFFERS = ['text/html', 'application/xhtml+xml', 'application/vc+ld+json', 'application/vc', 'application/ld+json', 'application/json'] as const

export function registerEndorsementsRoutes(api: PlatformApi): void {
  // One address: the signed document for programs, a page for people.
  api.get('/endorsements/:address', async (c, next) => {
    const [, endorsementId, ending] = ADDRESS.exec(c.req.param('address')) ?? []
    const type = preferredType(c.req.header('accept'), OFFERS)
    const asksForPage = type === 'text/html' || type === 'application/xhtml+xml'
    if (!endorsementId || (!ending && asksForPage)) return next()
    c.header('vary', 'Accept, Cookie')
    c.header('cache-control', 'private, no-store')
    const { document, isPublic } = await getEndorsementDocument(c.get('ctx'), endorsementId)
    // Taking it back takes effect at once: caches keep a copy but ask again each time.
    if (isPublic) c.header('cache-control', 'public, no-cache')
    if (isPublic) c.header('access-control-allow-origin', '*')
    c.header('x-content-type-options', 'nosniff')
    return c.body(document, 200, { 'content-type': asksForPage ? 'application/vc+ld+json' : type })
  })

  api.get('/me/endorsements/:requestId/picture.png', async (c) => picture(c, await readAskedPicture(c.get('ctx'), { requestId: c.req.param('requestId') })))
  api.get('/e/:token/picture.png', async (c) => picture(c, await readAskedPicture(c.get('ctx'), { token: c.req.param('token') })))
}

const picture = (c: Context<{ Variables: ApiVariables }>, bytes: Buffer): Response =>
  c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' })
