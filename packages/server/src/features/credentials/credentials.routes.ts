import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Ctx } from '#ctx'
import { problemResponse } from '#kit/http.ts'
import type { PlatformApi } from '#web/api.ts'
import { translate } from '#web/translations.ts'
import { getBatch, getBatchProgress } from './batches/get-batch.ts'
import { submitBatch } from './batches/submit-batch.ts'
import { writeResults } from './batches/write-results.ts'
import { BatchRowInput, BatchView, PrepareBatchInput } from './credentials.schema.ts'
import { registerFaceRoutes } from './faces/faces.routes.ts'
import { getStatusList, STATUS_TTL_SECONDS } from './status/get-status-list.ts'

const refused = {
  400: problemResponse('The request is not what this address expects'),
  401: problemResponse('Nobody is signed in'),
  403: problemResponse('The role of who asks does not allow it'),
  404: problemResponse('No batch or badge has this id'),
}
const batchResponse = (description: string) => ({ description, content: { 'application/json': { schema: BatchView } } })

const submitRoute = createRoute({
  method: 'post',
  path: '/api/v1/issue-batches',
  tags: ['Credentials'],
  summary: 'Issue a badge to a list of people',
  description:
    'What is ready is issued in the background; rows that are wrong are excluded, each with its problems, and the others do not wait. Who holds the badge already does not receive it twice. ' +
    'The same Idempotency-Key gives the same batch back.',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(1).max(200) }),
    body: { required: true, content: { 'application/json': { schema: PrepareBatchInput.extend({ rows: z.array(BatchRowInput.omit({ line: true, problems: true })) }) } } },
  },
  responses: {
    202: batchResponse('The batch as it stands; ask again at /api/v1/issue-batches/{id}'),
    ...refused,
    409: problemResponse('The badge is archived'),
    413: problemResponse('Too many rows in one batch'),
    422: problemResponse('No row, an expiry in the past, a person of another structure, or a key that served for another list'),
  },
})

const getRoute = createRoute({
  method: 'get',
  path: '/api/v1/issue-batches/{id}',
  tags: ['Credentials'],
  summary: 'How far a batch is, and what became of each row',
  request: { params: z.object({ id: z.guid() }), query: z.object({ rows: z.enum(['all', 'none']).default('all') }) },
  responses: { 200: batchResponse('The batch'), ...refused },
})

const resultsRoute = createRoute({
  method: 'get',
  path: '/api/v1/issue-batches/{id}/results.csv',
  tags: ['Credentials'],
  summary: 'What became of each row, for a spreadsheet',
  request: { params: z.object({ id: z.guid() }) },
  responses: { 200: { description: 'A CSV file in the language of who asks', content: { 'text/csv': { schema: z.string() } } }, ...refused },
})

export function registerCredentialsRoutes(api: PlatformApi): void {
  registerFaceRoutes(api)
  api.openapi(submitRoute, async (c) => {
    const ctx = c.get('ctx')
    const { batchId } = await submitBatch(ctx, { ...c.req.valid('json'), idempotencyKey: c.req.valid('header')['idempotency-key'] })
    return c.json(present(await getBatch(ctx, batchId)), 202)
  })
  api.openapi(getRoute, async (c) => c.json(present(await readBatch(c.get('ctx'), c.req.valid('param').id, c.req.valid('query').rows)), 200))
  api.openapi(resultsRoute, async (c) => {
    const ctx = c.get('ctx')
    const t = translate(ctx.locale)
    const batch = await getBatch(ctx, c.req.valid('param').id)
    c.header('content-disposition', `attachment; filename="${t('credentials:csv.file')}.csv"`)
    c.header('cache-control', 'private, no-store')
    return c.body(writeResults(ctx, batch, t), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
  api.get('/status/:id', async (c) => {
    const { document, etag, updatedAt } = await getStatusList(c.get('ctx'), c.req.param('id'))
    c.header('etag', etag)
    c.header('cache-control', `public, max-age=${STATUS_TTL_SECONDS}`)
    c.header('access-control-allow-origin', '*')
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    c.header('last-modified', updatedAt.toUTCString())
    return c.body(document, 200, { 'content-type': 'application/vc+ld+json', 'x-content-type-options': 'nosniff' })
  })
}

type Read = Awaited<ReturnType<typeof getBatchProgress>> & Partial<Pick<Awaited<ReturnType<typeof getBatch>>, 'rows'>>

const readBatch = (ctx: Ctx, id: string, rows: 'all' | 'none'): Promise<Read> => (rows === 'all' ? getBatch(ctx, id) : getBatchProgress(ctx, id))

const present = ({ rows, ...batch }: Read): z.output<typeof BatchView> => ({
  ...batch,
  validUntil: batch.validUntil?.toISOString() ?? null,
  createdAt: batch.createdAt.toISOString(),
  confirmedAt: batch.confirmedAt?.toISOString() ?? null,
  finishedAt: batch.finishedAt?.toISOString() ?? null,
  ...(rows && { rows: rows.map((row) => ({ ...row, validUntil: row.validUntil?.toISOString() ?? null })) }),
})
