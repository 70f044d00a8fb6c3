import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { getOrganization } from '#features/organizations/index.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { takeMemberSeat } from '../take-seat.ts'
import { actAsMember, readVotePage } from './vote-acts.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { table, current } = await readVotePage(ctx, { juryId: params.juryId! }, request)
    const { slug, name } = await getOrganization(ctx, { id: table.jury.organizationId })
    return { title: table.jury.title, table, current, organization: { slug, name } }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const at = { juryId: params.juryId! }
    // What is not theirs is a page that says so, whatever was sent.
    await takeMemberSeat(ctx, at)
    const form = await request.formData()
    return formAction(form, async () => redirect(`/me/juries/${at.juryId}${await actAsMember(ctx, at, form)}`))
  })
