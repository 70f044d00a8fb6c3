import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { demand, listCohorts } from '#features/organizations/index.ts'
import { Refusal, refuse } from '#kit/errors.ts'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { confirmDeparture, declineDeparture } from '../confirm-departure.ts'
import { listDepartures } from '../list-departures.ts'
import { withdrawDeparture } from '../withdraw-departure.ts'
import { inStructure, presentLine, presentStructure } from './in-structure.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, 'view-people', async ({ ctx, organization, can, title }) => {
    const [lines, cohorts] = await Promise.all([listDepartures(ctx, organization.id), listCohorts(ctx, organization.id)])
    const presented = lines.map((line) => presentLine(ctx, line))
    return {
      title: title('departures.title'),
      organization: presentStructure(organization),
      can,
      asked: presented.filter(({ state }) => state === 'requested'),
      codes: presented.filter(({ state }) => state === 'open' || state === 'expired'),
      gone: presented.filter(({ state }) => state === 'moved' || state === 'declined'),
      classes: cohorts.filter(({ kind, memberCount }) => kind === 'class' && memberCount > 0).map(({ id, name, memberCount }) => ({ id, name, memberCount })),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inStructure(args, 'view-people', async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    const departureId = text(form, 'departureId')
    return formAction(form, async () => {
      if (text(form, 'intent') === 'confirm-all') {
        await confirmAll(ctx, organization.id)
        return redirect(`${home}/departures?done=confirmed_all`)
      }
      // One's own lines only: whatever another structure's are called.
      if (!(await listDepartures(ctx, organization.id)).some((line) => line.departureId === departureId)) throw refuse('not_found')
      const intent = text(form, 'intent')
      if (intent === 'confirm') await confirmDeparture(ctx, departureId)
      else if (intent === 'decline') await declineDeparture(ctx, { departureId, reason: text(form, 'reason') })
      else await withdrawDeparture(ctx, departureId)
      return redirect(`${home}/departures?done=${intent === 'confirm' ? 'confirmed' : intent === 'decline' ? 'declined' : 'withdrawn'}`)
    })
  })

/** Each is a move of its own: one that cannot be made any more stops none of the others, and stays on the page. */
async function confirmAll(ctx: Ctx, organizationId: string): Promise<void> {
  await demand(ctx, 'manage-people', organizationId)
  const asked = (await listDepartures(ctx, organizationId)).filter(({ state }) => state === 'requested')
  for (const { departureId } of asked)
    await confirmDeparture(ctx, departureId).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
}
