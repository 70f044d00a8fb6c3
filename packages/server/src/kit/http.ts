// HTTP plumbing: one mapper from refusals to application/problem+json, response headers, request identity.
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, ErrorHandler, MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { Refusal } from './errors.ts'
import type { Logger } from './log.ts'

/** RFC 9457. `code` is stable; `title` is a sentence for people. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.record(z.string(), z.unknown()).optional(),
    problems: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })

export const problemResponse = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })

export type Api<Variables extends object> = OpenAPIHono<{ Variables: Variables }>

export function createApi<Variables extends object>(): Api<Variables> {
  return new OpenAPIHono<{ Variables: Variables }>({
    defaultHook(result, c) {
      if (!result.success)
        return present(c, 'invalid_input', 400, { problems: result.error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code, message: issue.message })) })
    },
  })
}

export function problemMapper(log: Logger, say: (code: string, c: Context) => string): ErrorHandler {
  return (error, c) => {
    if (error instanceof Refusal) return present(c, error.code, error.status, { title: say(error.code, c), ...(error.detail && { detail: error.detail }) })
    if (error instanceof z.ZodError)
      return present(c, 'invalid_input', 400, {
        title: say('invalid_input', c),
        problems: error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code, message: issue.message })),
      })
    log.error({ err: error, path: c.req.path }, 'request failed')
    return present(c, 'internal_error', 500, { title: say('internal_error', c) })
  }
}

function present(c: Context, code: string, status: number, more: object): Response {
  return c.body(JSON.stringify({ type: 'about:blank', title: code, status, code, ...more }), status as 400, {
    'content-type': 'application/problem+json; charset=utf-8',
  })
}

/**
 * Other sites may not act in the name of who is signed in here, nor sign somebody in as somebody else: unsafe requests come from
 * our own pages. Only programs without a cookie may do without: they send no Origin, or speak to the API.
 */
export function sameOriginOnly(origin: string): MiddlewareHandler {
  return async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next()
    const site = c.req.header('sec-fetch-site')
    const from = c.req.header('origin')
    if (site === 'same-origin' || site === 'none' || from === origin) return next()
    if (site === undefined && from !== undefined && URL.canParse(from) && new URL(from).host === c.req.header('host')) return next()
    const isProgram = (site === undefined && from === undefined) || c.req.path.startsWith('/api/')
    if (isProgram && !c.req.header('cookie')) return next()
    throw new Refusal('other_origin', 403)
  }
}

/** No text that is stored or searched holds a NUL, which a database of texts refuses: whoever asks for one is shown the same address without. */
export const withoutNul: MiddlewareHandler = async (c, next) => {
  const { search } = new URL(c.req.url)
  if (!search.includes('%00') || !['GET', 'HEAD'].includes(c.req.method)) return next()
  // Of the query alone, so that whatever the path looks like, it leads nowhere else.
  return c.redirect(`?${search.slice(1).replaceAll('%00', '')}`, 302)
}

/** What an answer does not say of itself: it is what it calls itself, and nobody else's copy of it is kept. */
export const privateByDefault: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('x-content-type-options')) c.header('x-content-type-options', 'nosniff')
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-store')
}

export function clientAddress(c: Context, trustsProxy: boolean): string {
  const forwarded = trustsProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded ?? (c.env as { incoming?: { socket?: { remoteAddress?: string } } })?.incoming?.socket?.remoteAddress ?? ''
}

/** A strict policy for pages: scripts only of ours (by nonce), nothing framed, nothing sent elsewhere. */
export const pageSecurityHeaders = (nonce: string): Record<string, string> => ({
  'content-security-policy': `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
})
