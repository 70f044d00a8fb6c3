import { redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { inLanguage } from '#features/achievements/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { inParis } from '#kit/paris-time.ts'
import { texts } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { ENCOURAGED_DAYS } from '../../browser/begun.ts'
import { type Args, inProgramme } from '../../programmes/pages/enter.ts'
import { encourage } from '../encourage.ts'
import { type Glance, readGlance } from '../read-glance.ts'

export const loader = (args: Args) =>
  inProgramme(args, async ({ ctx, organization, can, programme, here }) => {
    const glance = await readGlance(ctx, programme.id)
    const say = { name: (text: { fr: string; en?: string | undefined }) => inLanguage(text, ctx.locale), day: (day: string) => formatDay(new Date(day), ctx.locale) }
    return {
      title: `${translate(ctx.locale)('grid:glance.title')} · ${programme.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      here,
      programme: { name: programme.name, isArchived: programme.archived_at !== null },
      ...present(glance, say),
      waiting: glance.waiting.map(({ since, ...pupil }) => ({ ...pupil, since: sayShort(since, ctx) })),
      unbegun: glance.unbegun.map(({ period, nudgedAt, ...pupil }) => ({
        ...pupil,
        ownEnd: period.endsOn === glance.period?.endsOn ? '' : say.day(period.endsOn),
        nudged: nudgedAt ? formatDay(nudgedAt, ctx.locale) : '',
      })),
    }
  })

/** Today by the hour, before that by the day. */
function sayShort(moment: Date, { now, locale }: Pick<Ctx, 'now' | 'locale'>): string {
  const { day, time } = inParis(moment)
  return day === inParis(now()).day ? time : formatDay(moment, locale)
}

type Say = { name(text: { fr: string; en?: string | undefined }): string; day(day: string): string }

function present({ period, badges, hasPeople, recurring, untouchedIds }: Glance, say: Say) {
  const nameOf = new Map(badges.map(({ achievementId, content }) => [achievementId, say.name(content.name)]))
  const byBadge = Map.groupBy(recurring, ({ achievementId }) => achievementId)
  return {
    period: period && {
      name: period.name,
      required: period.required,
      state: period.state,
      daysLeft: period.daysLeft,
      startsOn: say.day(period.startsOn),
      endsOn: say.day(period.endsOn),
      encouragedFrom: say.day(period.encouragedFromDay),
    },
    isEarly: period !== null && period.state === 'now' && period.daysLeft > ENCOURAGED_DAYS,
    hasPeople,
    badges: badges.map(({ achievementId, imageId }) => ({ achievementId, imageId, name: nameOf.get(achievementId)! })),
    recurring: [...byBadge].map(([achievementId, remarks]) => ({
      achievementId,
      name: nameOf.get(achievementId) ?? '',
      remarks: remarks.map(({ resource, ...remark }) => ({ ...remark, resource: resource && { resourceId: resource.resourceId, title: say.name(resource.title) } })),
    })),
    untouched: untouchedIds.map((achievementId) => ({ achievementId, name: nameOf.get(achievementId)! })),
  }
}

export const action = (args: Args) =>
  inProgramme(args, async ({ ctx, programme, here }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const personIds = texts(form, 'personId')
      await encourage(ctx, { programmeId: programme.id, ...(personIds.length > 0 && { personIds }) })
      return redirect(`${here}/glance?done=nudged`)
    })
  })
