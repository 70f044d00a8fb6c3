// How the pages of ceremonies begin: for those who may issue, and for nobody else before the day.
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { enterOrganization } from '#features/organizations/index.ts'
import { inParis, sayWhen } from '#kit/paris-time.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { type Ceremony, getCeremony } from '../planning/get-ceremony.ts'

export type PageArgs = LoaderFunctionArgs | ActionFunctionArgs
type Rights = Awaited<ReturnType<typeof enterOrganization>>['can']
export type InStructure = { ctx: Ctx; organization: { id: string; slug: string; name: string }; can: Rights; all: string }
type InCeremony = InStructure & { ceremony: Ceremony; home: string; shared: ReturnType<typeof share> }

export const inStructure = <T>({ request, context, params }: PageArgs, run: (entered: InStructure) => Promise<T>): Promise<T> =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'issue')
    const { id, slug, name } = organization
    return run({ ctx, organization: { id, slug, name }, can, all: `/organizations/${slug}/ceremonies` })
  })

export const inCeremony = <T>(args: PageArgs, run: (entered: InCeremony) => Promise<T>): Promise<T> =>
  inStructure(args, async (entered) => {
    const ceremony = await getCeremony(entered.ctx, { ceremonyId: args.params.ceremonyId!, organizationId: entered.organization.id })
    const home = `${entered.all}/${ceremony.ceremonyId}`
    return run({ ...entered, ceremony, home, shared: share(entered, ceremony, home) })
  })

/** What every page of a ceremony shows. */
const share = ({ ctx, organization, can }: InStructure, ceremony: Ceremony, home: string) => ({
  organization: { slug: organization.slug, name: organization.name },
  can,
  home,
  ceremony: presentCeremony(ctx, ceremony),
})

export function presentCeremony(ctx: Ctx, { ceremonyId, title, startsAt, place, state }: Pick<Ceremony, 'ceremonyId' | 'title' | 'startsAt' | 'place' | 'state'>) {
  return { ceremonyId, title, place, state, when: sayWhen(startsAt, ctx.locale), ...inParis(startsAt) }
}

export const titleOf = (ctx: Ctx, key: string, ceremony: { title: string }): string => `${translate(ctx.locale)(`ceremonies:${key}.title`)} · ${ceremony.title}`
