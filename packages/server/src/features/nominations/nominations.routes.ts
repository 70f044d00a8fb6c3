import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { problemResponse } from '#kit/http.ts'
import type { ApiVariables, PlatformApi } from '#web/api.ts'
import { readAttachment } from './attachments/read-attachment.ts'
import { decideNomination } from './decide-nomination.ts'
import { findNomination } from './find-nomination.ts'
import { listNominations } from './list-nominations.ts'
import { nominate } from './nominate.ts'
import { DecisionBody, NominateBody } from './nominations.schema.ts'
import { NominatedView, NominationLineView, NominationView, presentDetails, presentLine } from './nominations.views.ts'

const refused = {
  400: problemResponse('The request is not what this address expects'),
  401: problemResponse('Nobody is signed in'),
  403: problemResponse('The role of who asks does not allow it'),
  404: problemResponse('No dossier of theirs has this id'),
}
const tags = ['Nominations']
const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, content: { 'application/json': { schema } } })
const byId = { params: z.object({ id: z.guid() }) }

const nominateRoute = createRoute({
  method: 'post',
  path: '/api/v1/nominations',
  tags,
  summary: 'Propose somebody for a badge',
  description: 'A person of the structure by `personId`, or somebody without an account by `name` and `function`. Several voices for one person and badge are one dossier.',
  request: { body: body(NominateBody) },
  responses: {
    201: json('The voice, and the dossier it is in', NominatedView),
    ...refused,
    409: problemResponse('The badge is held, or who asks has already given their voice'),
    422: problemResponse('Nobody of this structure, or a badge or level that it does not give'),
    429: problemResponse('Too many in one hour'),
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/organizations/{id}/nominations',
  tags,
  summary: 'The dossiers of a structure, for those who decide',
  request: { ...byId, query: z.object({ view: z.enum(['open', 'closed']).default('open') }) },
  responses: { 200: json('The dossiers, in the order of their badges', z.array(NominationLineView)), ...refused },
})

const getRoute = createRoute({
  method: 'get',
  path: '/api/v1/nominations/{id}',
  tags,
  summary: 'A dossier, for those who decide or the one it is about',
  description: 'The nominee reads the voices that an adult let through, and nothing of a decision that is kept for the ceremony.',
  request: byId,
  responses: { 200: json('The dossier', NominationView), ...refused },
})

const decideRoute = createRoute({
  method: 'post',
  path: '/api/v1/nominations/{id}/decisions',
  tags,
  summary: 'Award the badge, send the dossier back, or do not retain it',
  description: 'With `isEmbargoed` the decision is kept for the ceremony: nothing is issued and nobody is told.',
  request: { ...byId, body: body(DecisionBody) },
  responses: {
    201: json('What was issued, if anything', z.object({ credentialId: z.guid().nullable() })),
    ...refused,
    409: problemResponse('The dossier is closed, has no voice that was let through, is about who asks, or an adult has not accepted'),
    422: problemResponse('A level is missing, or is none of this badge'),
  },
})

export function registerNominationsRoutes(api: PlatformApi): void {
  api.openapi(nominateRoute, async (c) => c.json(await nominate(c.get('ctx'), c.req.valid('json')), 201))
  api.openapi(listRoute, async (c) => {
    const nominations = await listNominations(c.get('ctx'), { organizationId: c.req.valid('param').id, view: c.req.valid('query').view })
    return c.json(nominations.map(presentLine), 200)
  })
  api.openapi(getRoute, async (c) => c.json(presentDetails(await findNomination(c.get('ctx'), c.req.valid('param').id)), 200))
  api.openapi(decideRoute, async (c) => {
    const { credentialId } = await decideNomination(c.get('ctx'), { ...c.req.valid('json'), nominationId: c.req.valid('param').id })
    return c.json({ credentialId: credentialId ?? null }, 201)
  })
  api.get('/attachments/:id', answerAttachment)
}

/** Shown to who may read what it lies beside, kept by no cache, and nothing in it runs. A PDF is only ever downloaded. */
async function answerAttachment(c: Context<{ Variables: ApiVariables }>) {
  const { fileName, mediaType, bytes } = await readAttachment(c.get('ctx'), { attachmentId: c.req.param('id')!, isThumbnail: c.req.query('size') === 'thumbnail' })
  const isPhoto = mediaType === 'image/webp'
  const name = isPhoto ? `${fileName.replace(/\.\w+$/, '')}.webp` : fileName
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaType,
    'content-disposition': `${isPhoto ? 'inline' : 'attachment'}; filename="${name.replace(/[^\w .-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
}
