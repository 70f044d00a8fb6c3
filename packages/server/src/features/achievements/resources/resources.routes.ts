import type { Context } from 'hono'
import { enterOrganization } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { readRange } from '#kit/files.ts'
import { readForm } from '#kit/read-form.ts'
import type { ApiVariables, PlatformApi } from '#web/api.ts'
import { readAnswer, readSeed } from './answer-form.schema.ts'
import type { ExchangedExercise } from './exchange.schema.ts'
import { getCaptions } from './get-captions.ts'
import { getResource } from './get-resource.ts'
import { listOwnResources } from './list-own-resources.ts'
import { tryExercise } from './note-progress.ts'
import { readResourceFile } from './read-resource-file.ts'

type C = Context<{ Variables: ApiVariables }>

export function registerResourcesRoutes(api: PlatformApi): void {
  api.get('/achievements/:achievementId/resources/:resourceId/file', answerFile)
  api.get('/achievements/:achievementId/resources/:resourceId/captions.vtt', answerCaptions)
  api.post('/achievements/:achievementId/resources/:resourceId/answers', answerAnswer)
  api.get('/organizations/:slug/achievements/:achievementId/resources/:resourceId/exercise.json', answerExport)
}

const which = (c: C) => ({ achievementId: c.req.param('achievementId')!, resourceId: c.req.param('resourceId')! })

/** A player asks for one part after the other. A booklet is only ever downloaded; neither runs anything. */
async function answerFile(c: C) {
  const file = await readResourceFile(c.get('ctx'), which(c))
  const range = readRange(c.req.header('range'), file.size)
  const isVideo = file.mediaType.startsWith('video/')
  const headers: Record<string, string> = {
    'content-type': file.mediaType,
    'content-disposition': `${isVideo ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=300',
    'accept-ranges': 'bytes',
  }
  if (range === null) return c.body(null, 416, { ...headers, 'content-range': `bytes */${file.size}` })
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  return c.body(await file.read({ start, end }), range ? 206 : 200, {
    ...headers,
    'content-length': String(end - start + 1),
    ...(range && { 'content-range': `bytes ${start}-${end}/${file.size}` }),
  })
}

async function answerCaptions(c: C) {
  return c.body(await getCaptions(c.get('ctx'), which(c)), 200, {
    'content-type': 'text/vtt; charset=utf-8',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=300',
  })
}

const MAX_ANSWER_BYTES = 64 * 1024

/** What a page corrected by itself, told to the platform, which corrects it again. */
async function answerAnswer(c: C) {
  const ctx = c.get('ctx')
  const { exercise } = await getResource(ctx, which(c))
  const form = await readForm(c.req.raw, MAX_ANSWER_BYTES)
  if (!exercise || !form) throw refuse(exercise ? 'invalid_input' : 'not_found')
  return c.json(await tryExercise(ctx, { ...which(c), seed: readSeed(form.get('seed')), answer: readAnswer(exercise.kind, form) }), 200)
}

async function answerExport(c: C) {
  const ctx = c.get('ctx')
  const { organization } = await enterOrganization(ctx, c.req.param('slug')!, 'design')
  const { achievementId, resourceId } = which(c)
  const resource = (await listOwnResources(ctx, { organizationId: organization.id, achievementId })).find((known) => known.resourceId === resourceId)
  if (!resource?.exercise) throw refuse('not_found')
  const { title, hint, exercise } = resource
  const exported = { format: 'boat-exercise-1', title, hint, exercise } satisfies ExchangedExercise
  return c.body(`${JSON.stringify(exported, null, 2)}\n`, 200, {
    'content-type': 'application/json',
    'content-disposition': `attachment; filename="exercise-${resourceId.slice(0, 8)}.json"`,
    'x-content-type-options': 'nosniff',
  })
}
