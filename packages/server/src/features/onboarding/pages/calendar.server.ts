import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { getCalendar } from '../calendar/get-calendar.ts'
import { setCalendar } from '../calendar/set-calendar.ts'
import { MILESTONES, type MilestoneKind } from '../onboarding.schema.ts'
import { leading } from './leading.ts'

export const loader = (args: LoaderFunctionArgs) =>
  leading(args, async ({ ctx, organization, t, shell }) => {
    const schoolYear = new URL(args.request.url).searchParams.get('year') ?? undefined
    const { milestones, ...calendar } = await getCalendar(ctx, { organizationId: organization.id, schoolYear })
    return { ...shell(t('calendar.title')), ...calendar, milestones: milestones.map(({ kind, day }) => ({ kind, day })) }
  })

export const action = (args: ActionFunctionArgs) =>
  leading(args, async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const schoolYear = text(form, 'schoolYear')
      const days = Object.fromEntries(MILESTONES.map((kind) => [kind, text(form, `days.${kind}`)])) as Record<MilestoneKind, string>
      await setCalendar(ctx, { organizationId: organization.id, schoolYear, days })
      return redirect(`${home}/calendar?year=${schoolYear}&done=calendar`)
    })
  })
