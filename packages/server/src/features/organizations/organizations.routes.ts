import { createRoute, z } from '@hono/zod-openapi'
import { problemResponse } from '#kit/http.ts'
import type { PlatformApi } from '#web/api.ts'
import { searchCommunes } from './communes/search-communes.ts'
import { CommuneView } from './organization.schema.ts'

const listCommunes = createRoute({
  method: 'get',
  path: '/api/v1/communes',
  operationId: 'listCommunes',
  tags: ['Communes'],
  summary: 'Search the official list of French communes, as one types',
  description: 'Accents, hyphens and « St » for « Saint » do not matter; a postal code works too. At most eight, the closest and then the largest first.',
  request: { query: z.object({ q: z.string().max(100).describe('A name or its beginning, a postal code, or both').meta({ example: 'st benoit 86' }) }) },
  responses: {
    200: { description: 'What matches', content: { 'application/json': { schema: z.object({ communes: z.array(CommuneView) }) } } },
    400: problemResponse('`q` is missing or too long'),
  },
})

export function registerOrganizationsRoutes(api: PlatformApi): void {
  api.openapi(listCommunes, async (c) => {
    const communes = await searchCommunes(c.get('ctx'), c.req.valid('query').q)
    return c.json({ communes }, 200, { 'cache-control': 'public, max-age=3600' })
  })
}
