import { createRoute } from '@hono/zod-openapi'
import { cors } from 'hono/cors'
import type { z } from 'zod'
import { problemResponse } from '#kit/http.ts'
import type { PlatformApi } from '#web/api.ts'
import { type Verification, verifySubmission } from './index.ts'
import { readBody, readFile, readForm } from './read-form.ts'
import { refuse } from './verification.errors.ts'
import { VerificationFile, VerificationInput, VerificationView } from './verification.schema.ts'

const PATH = '/api/v1/verifications'

const verifyRoute = createRoute({
  method: 'post',
  path: PATH,
  tags: ['Verification'],
  summary: 'Verify a badge, of any platform and any version of Open Badges',
  description:
    'Needs no account, may be called from any site, and keeps nothing of what is sent. A badge that is not genuine is a 200 whose outcome says so; ' +
    'what is not a badge at all is refused. Thirty a minute from one address.',
  security: [],
  request: { body: { required: true, content: { 'application/json': { schema: VerificationInput }, 'multipart/form-data': { schema: VerificationFile } } } },
  responses: {
    200: { description: 'What each check found', content: { 'application/json': { schema: VerificationView } } },
    400: problemResponse('The request is not what this address expects'),
    413: problemResponse('More than 2 MB'),
    422: problemResponse('Not a badge (`not_a_badge`, with what was found instead), nothing at the address (`nothing_there`), or an address that is not asked (`address_refused`)'),
    429: problemResponse('More than thirty verifications within a minute'),
  },
})

export function registerVerificationRoutes(api: PlatformApi): void {
  api.use(PATH, cors({ origin: '*', allowMethods: ['POST'], allowHeaders: ['content-type'], maxAge: 86_400 }))
  api.openAPIRegistry.registerPath(verifyRoute)
  // Not `api.openapi`: its validators read the whole body into memory before anybody may say that it is too large.
  api.post(PATH, async (c) => {
    c.header('cache-control', 'no-store')
    const submission = await readSubmission(c.req.raw)
    return c.json(present(await verifySubmission(c.get('ctx'), { ...submission, clientAddress: c.get('clientAddress') })), 200)
  })
}

async function readSubmission(request: Request): Promise<{ document: Uint8Array | string; recipient?: string | undefined }> {
  if (request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    const form = await readForm(request)
    const document = (await readFile(form)) ?? form.get('text') ?? form.get('url')
    if (document === null || document instanceof File) throw refuse('nothing_given')
    return { document, recipient: VerificationFile.shape.recipient.parse(form.get('recipient') ?? undefined) }
  }
  const input = VerificationInput.parse(parseJson(Buffer.from(await readBody(request)).toString('utf8')))
  return { document: 'url' in input ? input.url : input.text, recipient: input.recipient }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const present = ({ outcome, version, checks, warnings, credential, address, verifiedAt, origin }: Verification): z.output<typeof VerificationView> => ({
  outcome,
  version,
  checks,
  warnings,
  address,
  verifiedAt: verifiedAt.toISOString(),
  issuedHere:
    origin?.kind === 'genuine'
      ? { issuer: origin.issuer, revokedAt: origin.revokedAt?.toISOString() ?? null, revocationReason: origin.revocationReason, isDeclined: origin.isDeclined }
      : null,
  credential: credential ?? null,
})
