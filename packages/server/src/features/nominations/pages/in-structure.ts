// How the pages of dossiers begin, for those who decide.
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { enterOrganization } from '#features/organizations/index.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
type Entered = Awaited<ReturnType<typeof enterOrganization>> & { ctx: Ctx; home: string }

export const inStructure = <T>({ request, context, params }: Args, run: (entered: Entered) => Promise<T>): Promise<T> =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const entered = await enterOrganization(ctx, params.slug!, 'issue')
    return run({ ...entered, ctx, home: `/organizations/${entered.organization.slug}/nominations` })
  })
