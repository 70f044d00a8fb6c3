// How the pages of departures begin, and how they say a line.
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { type Action, enterOrganization } from '#features/organizations/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import type { Line } from '../list-departures.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
type Entered = Awaited<ReturnType<typeof enterOrganization>> & { ctx: Ctx; home: string; title(key: string, values?: Record<string, unknown>): string }

export const inStructure = <T>({ request, context, params }: Args, action: Action, run: (entered: Entered) => Promise<T>): Promise<T> =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const entered = await enterOrganization(ctx, params.slug!, action)
    const title = (key: string, values?: Record<string, unknown>) => `${translate(ctx.locale)(`departures:${key}`, values)} · ${entered.organization.name}`
    return run({ ...entered, ctx, title, home: `/organizations/${entered.organization.slug}` })
  })

export const presentStructure = ({ slug, name }: { slug: string; name: string }) => ({ slug, name })

export function presentLine(ctx: Ctx, { createdAt, expiresAt, requestedAt, endedAt, ...line }: Line) {
  const day = (date: Date | null) => date && formatDay(date, ctx.locale)
  return { ...line, createdOn: formatDay(createdAt, ctx.locale), expiresOn: day(expiresAt), requestedOn: day(requestedAt), endedOn: day(endedAt) }
}
export type PresentedLine = ReturnType<typeof presentLine>
