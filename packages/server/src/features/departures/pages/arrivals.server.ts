import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { listCohorts } from '#features/organizations/index.ts'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { listArrivals } from '../list-departures.ts'
import { lookUpLines, requestLines, type TypedLine } from '../receive-lines.ts'
import { cancelRequest } from '../request-arrival.ts'
import { inStructure, presentLine, presentStructure } from './in-structure.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, 'manage-people', async ({ ctx, organization, can, title }) => {
    const lines = (await listArrivals(ctx, organization.id)).map((line) => presentLine(ctx, line))
    return {
      title: title('arrivals.title'),
      organization: presentStructure(organization),
      can,
      waiting: lines.filter(({ state }) => state === 'requested'),
      come: lines.filter(({ state }) => state === 'moved' || state === 'declined'),
      classes: await listClasses(ctx, organization.id),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inStructure(args, 'manage-people', async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    const organizationId = organization.id
    return formAction(form, async () => {
      switch (text(form, 'intent')) {
        case 'cancel':
          await cancelRequest(ctx, { organizationId, departureId: text(form, 'departureId') })
          return redirect(`${home}/arrivals?done=cancelled`)
        case 'ask':
          return { lines: await requestLines(ctx, { organizationId, lines: readLines(form), refused: form.getAll('refused').map(String) }) }
        default:
          return { lines: await lookUpLines(ctx, { organizationId, codes: text(form, 'codes'), cohortId: text(form, 'class') }) }
      }
    })
  })

function readLines(form: FormData): TypedLine[] {
  return form.getAll('code').map((code, index) => ({ code: String(code), who: text(form, `who-${index}`), cohortId: text(form, `class-${index}`) }))
}

const listClasses = async (ctx: Ctx, organizationId: string) =>
  (await listCohorts(ctx, organizationId))
    .filter(({ kind }) => kind === 'class')
    .map(({ id, name, schoolYear }) => ({ value: id, label: [name, schoolYear].filter(Boolean).join(' · ') }))
