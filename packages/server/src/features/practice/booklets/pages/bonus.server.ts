import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formatDay } from '#kit/format-day.ts'
import { fields, formAction } from '#web/page.ts'
import { inProgramme } from '../../programmes/pages/enter.ts'
import { editBonus } from '../bonus/edit-bonus.ts'
import { readBonus } from '../bonus/read-bonus.ts'
import { sayIn } from '../present-booklet.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inProgramme(args, async ({ ctx, organization, can, programme, here }) => {
    const search = new URL(args.request.url).searchParams
    const bonus = await readBonus(ctx, programme.id, { periodId: search.get('period') ?? undefined, cohort: search.get('cohort') ?? undefined })
    return {
      title: `${sayIn(ctx)('bonus.title')} · ${programme.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      here,
      period: { periodId: bonus.period.periodId, name: bonus.period.name },
      periods: bonus.periods.map(({ periodId, name }) => ({ periodId, name })),
      cohorts: bonus.cohorts,
      cohort: bonus.cohort ?? null,
      lines: bonus.lines.map(({ givenName, familyName, badges, ...line }) => ({
        ...line,
        name: `${familyName} ${givenName}`.trim(),
        badges: badges.map(({ name, level, at }) => [name, level, formatDay(at, ctx.locale)].filter(Boolean).join(' · ')),
      })),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inProgramme(args, async ({ ctx, programme, here }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const { intent, text = '', personId, periodId, cohort } = fields(form) as Record<string, string>
      await editBonus(ctx, { programmeId: programme.id, periodId: periodId ?? '', personId: personId ?? '', text: intent === 'reset' ? '' : text })
      const search = new URLSearchParams({ period: periodId ?? '', ...(cohort && { cohort }), done: intent === 'reset' ? 'bonus_reset' : 'bonus' })
      return redirect(`${here}/booklets/bonus?${search}#bonus-${personId}`)
    })
  })
