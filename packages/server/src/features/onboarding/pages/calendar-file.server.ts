import type { LoaderFunctionArgs } from 'react-router'
import { formatDay } from '#kit/format-day.ts'
import { getCalendar } from '../calendar/get-calendar.ts'
import { writeIcs } from '../calendar/write-ics.ts'
import { writePdf } from '../write-pdf.ts'
import { download, leading } from './leading.ts'

/** The days as an iCalendar file, or as a sheet for the staff room (`?as=pdf`). */
export const loader = (args: LoaderFunctionArgs) =>
  leading(args, async ({ ctx, organization, t }) => {
    const query = new URL(args.request.url).searchParams
    const { milestones, schoolYear } = await getCalendar(ctx, { organizationId: organization.id, schoolYear: query.get('year') ?? undefined })
    const name = `${t('calendar.file')}-${organization.slug}-${schoolYear}`
    const titleOf = (kind: string) => t(`milestones.${kind}.title`)
    const aboutOf = (kind: string) => t(`milestones.${kind}.help`)
    if (query.get('as') === 'pdf') {
      const lines = milestones.flatMap(({ kind, day }) => (day ? [`${formatDay(new Date(`${day}T12:00:00Z`), ctx.locale)} : ${titleOf(kind)}`, `- ${aboutOf(kind)}`, ''] : []))
      const pdf = await writePdf({
        title: `${t('calendar.sheet', { year: schoolYear })} · ${organization.name}`,
        lang: ctx.locale,
        createdAt: ctx.now(),
        hasHeading: true,
        body: lines.join('\n'),
      })
      return download(pdf, { type: 'application/pdf', name: `${name}.pdf` })
    }
    const place = { organizationId: organization.id, schoolYear, host: new URL(ctx.config.url).hostname, now: ctx.now() }
    return download(writeIcs(milestones, place, { name: organization.name, titleOf, aboutOf }), { type: 'text/calendar; charset=utf-8', name: `${name}.ics` })
  })
