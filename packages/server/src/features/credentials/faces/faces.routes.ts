// One received badge, many faces at one address. The page itself is React Router's: what is asked as HTML goes on to it.
import type { Context } from 'hono'
import type { ApiVariables, PlatformApi } from '#web/api.ts'
import { bakeImage } from './bake-image.ts'
import { refuse } from './faces.errors.ts'
import { getShownCredential, type ShownCredential } from './find-face.ts'
import { type Face, negotiateFace } from './negotiate-face.ts'
import { buildAssertion, getBadgeClass, getIssuerV2 } from './open-badges-2.ts'
import { paintSharePicture } from './paint-share-picture.ts'
import { signAsJwt } from './sign-as-jwt.ts'

type C = Context<{ Variables: ApiVariables }>

const ADDRESS = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.(json|jwt|png|svg))?$/i

export function registerFaceRoutes(api: PlatformApi): void {
  api.get('/credentials/:address', async (c, next) => {
    const [, credentialId, ending] = ADDRESS.exec(c.req.param('address')) ?? []
    if (!credentialId) return next()
    const asked = negotiateFace({ ending, format: c.req.query('format'), accept: c.req.header('accept') })
    if (asked?.face === 'html') return next()
    c.header('vary', 'Accept, Cookie')
    c.header('cache-control', 'private, no-store')
    const credential = await getShownCredential(c.get('ctx'), credentialId)
    if (!asked) throw refuse('not_acceptable')
    return answer(c, credential, asked.mediaType, await PRESENT[asked.face](c, credential))
  })

  api.get('/credentials/:id/card.png', async (c) => {
    c.header('vary', 'Cookie')
    c.header('cache-control', 'private, no-store')
    const credential = await getShownCredential(c.get('ctx'), c.req.param('id'))
    return answer(c, credential, 'image/png', { body: await paintSharePicture(c.get('ctx'), credential) })
  })

  // Open Badges 2.0 wants the class and the issuer at addresses of their own. Both are public, as the badge is.
  api.get('/ob2/badge-classes/:versionId', async (c) => published(c, await getBadgeClass(c.get('ctx'), { versionId: c.req.param('versionId'), issuerId: c.req.query('issuer') })))
  api.get('/ob2/issuers/:issuerId', async (c) => published(c, await getIssuerV2(c.get('ctx'), c.req.param('issuerId'))))
}

type Presented = { body: string | Uint8Array; status?: 200 | 410 }

const PRESENT: Record<Exclude<Face, 'html'>, (c: C, credential: ShownCredential) => Promise<Presented>> = {
  json: async (_c, { document }) => ({ body: document }),
  jwt: async (c, credential) => ({ body: await signAsJwt(c.get('ctx'), credential) }),
  png: async (c, credential) => ({ body: await bakeImage(c.get('ctx'), credential, 'png') }),
  svg: async (c, credential) => ({ body: await bakeImage(c.get('ctx'), credential, 'svg') }),
  ob2: async (c, credential) => ({ body: JSON.stringify(await buildAssertion(c.get('ctx'), credential)), status: credential.state === 'revoked' ? 410 : 200 }),
}

function answer(c: C, { isPublic }: ShownCredential, mediaType: string, { body, status = 200 }: Presented): Response {
  // Closing a badge takes effect at once: caches keep a copy but ask again each time.
  if (isPublic) c.header('cache-control', 'public, no-cache')
  if (isPublic) c.header('access-control-allow-origin', '*')
  c.header('x-content-type-options', 'nosniff')
  if (mediaType === 'image/svg+xml') c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox")
  return c.body(body as string, status, { 'content-type': mediaType })
}

function published(c: C, document: object): Response {
  c.header('access-control-allow-origin', '*')
  c.header('cache-control', 'public, max-age=300')
  return c.body(JSON.stringify(document), 200, { 'content-type': 'application/ld+json' })
}
