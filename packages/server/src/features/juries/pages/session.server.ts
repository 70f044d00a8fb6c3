import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { text } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { actInSession } from '../meeting/act-in-session.ts'
import { readTable } from '../read/read-table.ts'
import type { Seat } from '../take-seat.ts'
import { enterSession } from './enter.ts'
import { presentTable } from './present.ts'

/** What the room sees: it names no child. */
export const presentSession = async (ctx: Ctx, seat: Seat) => presentTable(ctx, await readTable(ctx, seat, { isScreen: true }))

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { seat, organization } = await enterSession(ctx, { slug: params.slug!, juryId: params.juryId! })
    const asked = new URL(request.url).searchParams.get('dossier')
    return { title: seat.jury.title, organization, asked, table: await presentSession(ctx, seat) }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { seat, organization } = await enterSession(ctx, { slug: params.slug!, juryId: params.juryId! })
    const form = await request.formData()
    return formAction(form, async () => {
      await actInSession(ctx, seat.jury.id, Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')))
      const at = text(form, 'dossierId') || text(form, 'at')
      return redirect(`/organizations/${organization.slug}/juries/${seat.jury.id}/session${at ? `?dossier=${at}` : ''}`)
    })
  })
