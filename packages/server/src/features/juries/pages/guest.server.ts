import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { as, type Ctx } from '#ctx'
import { getOrganization } from '#features/organizations/index.ts'
import { formAction, orProblemPage, pageCtx } from '#web/page.ts'
import { takeMemberSeat } from '../take-seat.ts'
import { actAsMember, readVotePage } from './vote-acts.ts'

/** Whoever holds the link is that guest, and nobody else, even signed in. */
const guestCtx = (ctx: Ctx): Ctx => as(ctx, { kind: 'anonymous' })

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = guestCtx(pageCtx(context))
    const at = { token: params.token! }
    const { jury } = await takeMemberSeat(ctx, at)
    const { name } = await getOrganization(ctx, { id: jury.organization_id })
    // Once it is over, the link opens nothing any more.
    if (jury.state === 'closed') return { title: jury.title, organization: name, table: undefined, current: undefined }
    return { title: jury.title, organization: name, ...(await readVotePage(ctx, at, request)) }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = guestCtx(pageCtx(context))
    const at = { token: params.token! }
    await takeMemberSeat(ctx, at)
    const form = await request.formData()
    return formAction(form, async () => redirect(`/juries/guest/${at.token}${await actAsMember(ctx, at, form)}`))
  })
