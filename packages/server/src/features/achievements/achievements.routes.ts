import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { refuse } from '#kit/errors.ts'
import { problemResponse } from '#kit/http.ts'
import { preferredType, readAccept } from '#kit/negotiate.ts'
import type { ApiVariables, PlatformApi } from '#web/api.ts'
import { AchievementView } from './achievement.schema.ts'
import { readNumber } from './achievement-number.ts'
import { drawCard } from './draw-card.ts'
import { getVersion } from './get-version.ts'
import { PNG_SIZES, type PngSize } from './images/render-png.ts'
import { presentAchievement, presentBadgeClass, presentObAchievement } from './present-achievement.ts'
import { readImage } from './read-image.ts'
import { readImageAsPng } from './read-image-as-png.ts'
import { registerResourcesRoutes } from './resources/resources.routes.ts'

type C = Context<{ Variables: ApiVariables }>

const getAchievementRoute = createRoute({
  method: 'get',
  path: '/api/v1/achievements/{id}',
  tags: ['Achievements'],
  summary: 'A published badge: its latest version, or the one asked for',
  request: { params: z.object({ id: z.uuid() }), query: z.object({ version: z.coerce.number().int().positive().optional() }) },
  responses: {
    200: { description: 'The badge', content: { 'application/json': { schema: AchievementView } } },
    400: problemResponse('The id or the version is not well written'),
    404: problemResponse('No published badge has this id and version'),
  },
})

export function registerAchievementsRoutes(api: PlatformApi): void {
  api.openapi(getAchievementRoute, async (c) => {
    const version = await getVersion(c.get('ctx'), { achievementId: c.req.valid('param').id, number: c.req.valid('query').version })
    return c.json(await presentAchievement(c.get('ctx'), version), 200)
  })
  registerResourcesRoutes(api)
  api.get('/images/:id', answerImage)
  api.get('/achievements/:id/card.png', answerCard)
  api.get('/achievements/:id', (c, next) => answerDocument(c, next))
  api.get('/achievements/:id/versions/:number', (c, next) => answerDocument(c, next))
}

const FOR_EVER = 'public, max-age=31536000, immutable'

/** An image never changes, and runs nothing: not even a page of its own may be made of it. */
async function answerImage(c: C) {
  const { format, size } = c.req.query()
  const ctx = c.get('ctx')
  const image = format === 'png' ? await readImageAsPng(ctx, c.req.param('id')!, readSize(size)) : await readImage(ctx, c.req.param('id')!)
  return c.body(new Uint8Array(image.bytes), 200, {
    'content-type': image.mediaType,
    'cache-control': image.isPublic ? FOR_EVER : 'private, max-age=300',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
  })
}

function readSize(text = '512'): PngSize {
  const size = PNG_SIZES.find((known) => String(known) === text)
  if (!size) throw refuse('invalid_input', { sizes: PNG_SIZES })
  return size
}

async function answerCard(c: C) {
  const ctx = c.get('ctx')
  const png = await drawCard(ctx, await getVersion(ctx, { achievementId: c.req.param('id')! }))
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600', 'x-content-type-options': 'nosniff' })
}

const OB2_PROFILE = /profile\s*=\s*"?https:\/\/w3id\.org\/openbadges\/v2"?/i

/** The same address for people and for programs: a page, an Open Badges 3.0 Achievement, or a 2.0 BadgeClass. */
async function answerDocument(c: C, next: () => Promise<void>) {
  const accept = c.req.header('accept')
  const isV2 = c.req.query('v') === '2' || readAccept(accept ?? '').some((range) => OB2_PROFILE.test(range.parameters))
  const mediaType = preferredType(accept, ['text/html', 'application/vc+ld+json', 'application/ld+json', 'application/json'])
  if (mediaType === 'text/html' && !isV2) return next()
  const ctx = c.get('ctx')
  const version = await getVersion(ctx, { achievementId: c.req.param('id')!, number: readNumber(c.req.param('number')) })
  const document = isV2 ? await presentBadgeClass(ctx, version) : await presentObAchievement(ctx, version)
  return c.body(JSON.stringify(document), 200, {
    'content-type': mediaType === 'text/html' ? 'application/ld+json' : mediaType,
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
    vary: 'Accept',
  })
}
