// How both doors of the view begin: the structure at this address, for somebody who leads it, and the numbers of the year that was asked for.
import type { LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { enterOrganization } from '#features/organizations/index.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { type Fairness, readFairness } from '../read-fairness.ts'

type Read = Awaited<ReturnType<typeof enterOrganization>> & { ctx: Ctx; fairness: Fairness }

export const readAsked = <T>({ request, context, params }: LoaderFunctionArgs, present: (read: Read) => T): Promise<T> =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const entered = await enterOrganization(ctx, params.slug!, 'lead')
    const schoolYear = new URL(request.url).searchParams.get('year') ?? undefined
    return present({ ...entered, ctx, fairness: await readFairness(ctx, { organizationId: entered.organization.id, schoolYear }) })
  })
