// How the pages of a structure begin: who asks, which structure, and may they.
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { enterOrganization } from '../get-organization.ts'
import type { Action } from '../may.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
type Entered = Awaited<ReturnType<typeof enterOrganization>> & { ctx: Ctx; home: string; title(key: string, values?: Record<string, unknown>): string }

export const inOrganization = <T>({ request, context, params }: Args, action: Action, run: (entered: Entered) => Promise<T>): Promise<T> =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const entered = await enterOrganization(ctx, params.slug!, action)
    const title = (key: string, values?: Record<string, unknown>) => `${translate(ctx.locale)(`organizations:${key}`, values)} · ${entered.organization.name}`
    return run({ ...entered, ctx, title, home: `/organizations/${entered.organization.slug}` })
  })

export const signedIn = <T>({ request, context }: Args, run: (ctx: ReturnType<typeof signedInCtx>) => Promise<T>): Promise<T> =>
  orProblemPage(request, async () => run(signedInCtx(context, request)))

export const pageNumber = (request: Request): number => Math.max(1, Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1)
