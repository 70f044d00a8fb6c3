import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { problemResponse } from '#kit/http.ts'
import { preferredType } from '#kit/negotiate.ts'
import type { PlatformApi } from '#web/api.ts'
import { buildIssuerDidDocument } from './build-issuer-did-document.ts'
import { buildIssuerProfile } from './build-issuer-profile.ts'
import { IssuerView } from './issuers.schema.ts'
import { OB_CONTEXT } from './ob-context.ts'
import { presentIssuer, presentIssuerV2 } from './present-issuer.ts'

const getIssuerRoute = createRoute({
  method: 'get',
  path: '/api/v1/issuers/{id}',
  tags: ['Issuers'],
  summary: 'Who issues: the structure, its DID, its public keys and its Open Badges 3.0 Profile',
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    200: { description: 'The issuer', content: { 'application/json': { schema: IssuerView } } },
    404: problemResponse('No issuer has this id'),
  },
})

export function registerIssuersRoutes(api: PlatformApi): void {
  api.openapi(getIssuerRoute, async (c) => c.json(await presentIssuer(c.get('ctx'), c.req.valid('param').id), 200))
  api.get('/issuers/:id/did.json', async (c) => answer(c, await buildIssuerDidDocument(c.get('ctx'), c.req.param('id')), 'application/did+json'))
  api.get('/issuers/:id', async (c, next) => {
    const mediaType = preferredType(c.req.header('accept'), ['text/html', 'application/vc+ld+json', 'application/ld+json', 'application/json'])
    const isV2 = c.req.query('v') === '2'
    if (mediaType === 'text/html' && !isV2) return next()
    const profile = await buildIssuerProfile(c.get('ctx'), c.req.param('id'))
    if (isV2) return answer(c, presentIssuerV2(c.get('ctx'), c.req.param('id'), profile), 'application/ld+json')
    return answer(c, { '@context': OB_CONTEXT, ...profile }, mediaType)
  })
}

/** Public and small: any site may read it, and asks again after five minutes, since keys rotate. */
const answer = (c: Context, document: object, mediaType: string): Response =>
  c.body(JSON.stringify(document), 200, {
    'content-type': mediaType,
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
    vary: 'Accept',
  })
