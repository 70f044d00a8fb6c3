// How the pages of the guide begin: the structure at this address, for somebody who leads it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { enterOrganization } from '#features/organizations/index.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
type Entered = Awaited<ReturnType<typeof enterOrganization>> & {
  ctx: Ctx
  home: string
  t(key: string, values?: Record<string, unknown>): string
  /** What every page of the guide gives to its component. */
  shell(title: string): { title: string; organization: { slug: string; name: string }; can: Awaited<ReturnType<typeof enterOrganization>>['can'] }
}

export const leading = <T>({ request, context, params }: Args, run: (entered: Entered) => Promise<T>): Promise<T> =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const entered = await enterOrganization(ctx, params.slug!, 'lead')
    const { slug, name } = entered.organization
    const t = (key: string, values?: Record<string, unknown>) => translate(ctx.locale)(`onboarding:${key}`, values)
    const shell = (title: string) => ({ title: `${title} · ${name}`, organization: { slug, name }, can: entered.can })
    return run({ ...entered, ctx, t, shell, home: `/organizations/${slug}/start` })
  })

export const download = (body: Uint8Array | string, { type, name }: { type: string; name: string }): Response =>
  new Response(body as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  })
