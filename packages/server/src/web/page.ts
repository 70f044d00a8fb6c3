// How a page's loader or action reaches the verbs: `const ctx = pageCtx(context)`.
import { createContext, data, type RouterContextProvider, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { Refusal } from '#kit/errors.ts'

export type PageRequest = { ctx: Ctx; nonce: string; userAgent: string; clientAddress: string; responseHeaders: Headers }

export const pageRequest = createContext<PageRequest>()

type Context = Readonly<RouterContextProvider>

export const pageCtx = (context: Context): Ctx => context.get(pageRequest).ctx

/** The Ctx of a page that needs somebody signed in; others are sent to sign in, and come back. */
export function signedInCtx(context: Context, request: Request): Ctx & { actor: Extract<Ctx['actor'], { kind: 'person' }> } {
  const ctx = pageCtx(context)
  if (ctx.actor.kind !== 'person') throw redirect(signInAddress(request))
  return ctx as never
}

/** What a form action gives back when the verb refused: the page shows it above the form, with what was typed. */
export type ActionProblem = { problem: { code: string; detail?: Record<string, unknown>; fields?: Record<string, string> }; values: Record<string, string> }

/**
 * Runs a form action: a refusal or a schema error becomes an ActionProblem with the typed values, so that nothing is lost.
 * What is not allowed or not found becomes the page that says so. Anything else is a bug and goes on.
 */
export async function formAction<T>(form: FormData, run: () => Promise<T>): Promise<T | ActionProblem> {
  try {
    return await run()
  } catch (error) {
    // What is not theirs, or not there, is no mistake of what was typed: it is said as a page, with its status.
    if (error instanceof Refusal && (error.status === 404 || error.code === 'not_allowed')) throw data({ code: error.code }, { status: error.status })
    const values = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !/password/i.test(entry[0])))
    if (error instanceof Refusal && error.status !== 401) return { problem: { code: error.code, ...(error.detail && { detail: error.detail }) }, values }
    if (isZodError(error)) return { problem: { code: 'invalid_input', fields: Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), issue.message])) }, values }
    throw error
  }
}

type ZodLike = { issues: { path: PropertyKey[]; message: string }[] }
const isZodError = (error: unknown): error is ZodLike => error instanceof Error && error.name === 'ZodError' && 'issues' in error

/** Form fields as a plain object: repeated names become arrays, files are left out. */
export function fields(form: FormData): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value): value is string => typeof value === 'string')
    if (texts.length) result[name] = texts.length === 1 ? texts[0]! : texts
  }
  return result
}

/** In a loader: what a verb refused becomes the page that says so (404, 403); a visitor is sent to sign in. */
export async function orProblemPage<T>(request: Request, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 401) throw redirect(signInAddress(request))
    throw data({ code: error.code }, { status: error.status })
  }
}

function signInAddress(request: Request): string {
  const url = new URL(request.url)
  // What React Router adds when it asks for the data of one part.
  if (url.searchParams.has('_routes')) url.searchParams.delete('_routes')
  return `/sign-in?next=${encodeURIComponent(url.pathname.replace(/\.data$/, '') + url.search)}`
}
