// How the pages of programmes begin.
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { enterOrganization, getOrganization } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { enterAsTeacher, type Programme } from '../enter-programme.ts'

export type Args = LoaderFunctionArgs | ActionFunctionArgs
type Entered = Awaited<ReturnType<typeof enterOrganization>> & { ctx: Ctx; home: string }

/** For those who may issue badges in the structure. */
export const inStructure = <T>({ request, context, params }: Args, run: (entered: Entered) => Promise<T>): Promise<T> =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const entered = await enterOrganization(ctx, params.slug!, 'issue')
    return run({ ...entered, ctx, home: `/organizations/${entered.organization.slug}/programmes` })
  })

/** For those who teach in this programme of this structure. */
export const inProgramme = <T>(args: Args, run: (entered: Entered & { programme: Programme; here: string }) => Promise<T>): Promise<T> =>
  inStructure(args, async (entered) => {
    const programme = await enterAsTeacher(entered.ctx, args.params.programmeId!)
    if (programme.organization_id !== entered.organization.id) throw refuse('not_found')
    return run({ ...entered, programme, here: `${entered.home}/${programme.id}` })
  })

/** The same for what the page asks for and sends while it is open. */
export async function enterOwnProgramme(ctx: Ctx, { slug, programmeId }: { slug: string; programmeId: string }): Promise<Programme> {
  const [{ id }, programme] = await Promise.all([getOrganization(ctx, { slug }), enterAsTeacher(ctx, programmeId)])
  if (programme.organization_id !== id) throw refuse('not_found')
  return programme
}
