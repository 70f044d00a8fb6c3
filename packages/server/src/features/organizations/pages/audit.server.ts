import type { LoaderFunctionArgs } from 'react-router'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import { type ActLine, listActs } from '../audit/list-acts.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { inOrganization, pageNumber } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'manage-structure', async ({ ctx, organization, can, title, home }) => {
    const t = translate(ctx.locale)
    const query = new URL(args.request.url).searchParams
    const slice = query.get('slice') || undefined
    const page = pageNumber(args.request)
    const { lines, slices, pageCount } = await listActs(ctx, { organizationId: organization.id, slice, page })
    const isChecked = query.has('check')
    return {
      title: title('audit.title'),
      organization,
      can,
      page,
      pageCount,
      slice: slice ?? '',
      slices: slices.map((value) => ({ value, label: t(`organizations:acts.${value}.title`, { defaultValue: value }) })),
      report: isChecked ? await verifyAudit(ctx, organization.id) : undefined,
      lines: lines.map(({ at, act, by, ...line }) => ({
        ...line,
        day: formatDay(at, ctx.locale),
        time: at.toLocaleTimeString(ctx.locale, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' }),
        what: t(`organizations:acts.${act}`, { defaultValue: act }),
        by: by === undefined ? t('organizations:audit.platform') : by || t('organizations:audit.gone'),
        to: addressOf(home, line.subject),
      })),
    }
  })

/** Where what was decided about can be looked at; what has no page of its own is a line only. */
function addressOf(home: string, subject: ActLine['subject']): string | undefined {
  const places = { nominationId: 'nominations', ceremonyId: 'ceremonies', juryId: 'juries', credentialId: 'credentials', cohortId: 'cohorts', achievementId: 'achievements' }
  const [key, place] = Object.entries(places).find(([name]) => subject[name] !== undefined) ?? []
  return key && `${home}/${place}/${subject[key]}`
}
