import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { inLanguage } from '#features/achievements/index.ts'
import { refuse } from '#kit/errors.ts'
import { fields, formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { inProgramme } from '../../programmes/pages/enter.ts'
import { getHelping } from '../get-helping.ts'
import { chooseHelperBadge, issueHelperBadge } from '../helper-badge.ts'
import { listHelperBadges } from '../list-helper-badges.ts'
import { freeOffer, pauseOffer } from '../offer-help.ts'

/** Who helps whom with what, for those who teach. */
export const loader = (args: LoaderFunctionArgs) =>
  inProgramme(args, async ({ ctx, organization, can, programme, here }) => {
    const [{ badges, period, helpers, hint, chosen }, choices] = await Promise.all([getHelping(ctx, programme.id), listHelperBadges(ctx, organization.id)])
    const nameOf = (achievementId: string) => {
      const badge = badges.find((other) => other.achievementId === achievementId)
      return badge ? inLanguage(badge.content.name, ctx.locale) : ''
    }
    const shown = choices.map(({ achievementId, name }) => ({ value: achievementId, label: inLanguage(name, ctx.locale) }))
    const names = new Intl.ListFormat(ctx.locale, { type: 'conjunction' })
    return {
      title: translate(ctx.locale)('helping:page_title', { name: programme.name }),
      organization: { slug: organization.slug, name: organization.name },
      can,
      here,
      programme: { name: programme.name, isArchived: programme.archived_at !== null },
      period: period?.name ?? null,
      helpers: helpers.map((helper) => ({
        ...helper,
        cohorts: helper.cohorts.join(', '),
        helpedNames: names.format(helper.helpedNames),
        offers: helper.offers.map((offer) => ({ ...offer, badge: nameOf(offer.achievementId) })),
      })),
      hint: hint && { often: names.format(hint.often.map(({ name }) => name)), others: names.format(hint.others.slice(0, 4).map(({ name }) => name)), count: hint.often.length },
      chosen: chosen ? { ...chosen, name: shown.find(({ value }) => value === chosen.achievementId)?.label ?? '' } : null,
      choices: shown,
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inProgramme(args, async ({ ctx, programme, here }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const [intent, ...ids] = String(form.get('intent')).split(':')
      const offer = { programmeId: programme.id, personId: ids[0] ?? '', achievementId: ids[1] ?? '' }
      switch (intent) {
        case 'pause':
          await pauseOffer(ctx, offer)
          return redirect(`${here}/helping?done=paused`)
        case 'free':
          await freeOffer(ctx, offer)
          return redirect(`${here}/helping?done=freed`)
        case 'give':
          await issueHelperBadge(ctx, offer)
          return redirect(`${here}/helping?done=given`)
        case 'choose':
          await chooseHelperBadge(ctx, { ...fields(form), programmeId: programme.id } as never)
          return redirect(`${here}/helping?done=chosen`)
        default:
          throw refuse('invalid_input')
      }
    })
  })
