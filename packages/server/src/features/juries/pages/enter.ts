// How the pages of séances begin.
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { enterOrganization, getOrganization } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { type Seat, takeChair, takeSeat } from '../take-seat.ts'

export type Args = LoaderFunctionArgs | ActionFunctionArgs
type Entered = Awaited<ReturnType<typeof enterOrganization>> & { ctx: Ctx; home: string }

/** For those who prepare. */
export const inStructure = <T>({ request, context, params }: Args, run: (entered: Entered) => Promise<T>): Promise<T> =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const entered = await enterOrganization(ctx, params.slug!, 'issue')
    return run({ ...entered, ctx, home: `/organizations/${entered.organization.slug}/juries` })
  })

/** For those who prepare this séance of this structure. */
export const inJury = <T>(args: Args, run: (entered: Entered & { seat: Seat; here: string }) => Promise<T>): Promise<T> =>
  inStructure(args, async (entered) => {
    const seat = await takeSeat(entered.ctx, { juryId: args.params.juryId! })
    if (seat.jury.organization_id !== entered.organization.id) throw refuse('not_found')
    return run({ ...entered, seat, here: `${entered.home}/${seat.jury.id}` })
  })

/** For whoever runs the meeting, who need not prepare. */
export async function enterSession(ctx: Ctx, { slug, juryId }: { slug: string; juryId: string }): Promise<{ seat: Seat; organization: { slug: string; name: string } }> {
  const { id, name } = await getOrganization(ctx, { slug })
  const seat = await takeChair(ctx, juryId)
  if (seat.jury.organization_id !== id) throw refuse('not_found')
  if (seat.jury.state === 'preparing') throw refuse('not_found')
  return { seat, organization: { slug, name } }
}
