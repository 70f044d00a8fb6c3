import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formatDay } from '#kit/format-day.ts'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { findAgendas } from '../find-agenda.ts'
import { listNominations } from '../list-nominations.ts'
import { listWaitingVoices } from '../list-waiting-voices.ts'
import { moderateVoice } from '../moderate-voice.ts'
import { presentPerson } from '../present-person.ts'
import { inStructure } from './in-structure.ts'
import { presentAgenda, presentBadge } from './present.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can }) => {
    const view = new URL(args.request.url).searchParams.get('view') === 'closed' ? 'closed' : 'open'
    const [waiting, nominations] = await Promise.all([
      view === 'open' ? listWaitingVoices(ctx, organization.id) : [],
      listNominations(ctx, { organizationId: organization.id, view }),
    ])
    const agendas = await findAgendas(
      ctx,
      nominations.map(({ nominationId }) => nominationId),
    )
    return {
      title: `${translate(ctx.locale)('nominations:list.title')} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      view,
      waiting: waiting.map(({ voiceId, nominee, author, badgeContent, createdAt, ...words }) => ({
        voiceId,
        nominee: presentPerson(ctx, nominee),
        author: presentPerson(ctx, author),
        badgeName: presentBadge(ctx, { content: badgeContent, imageId: '' }).name,
        ...words,
        day: formatDay(createdAt, ctx.locale),
      })),
      nominations: nominations.map(({ badge, nominee, updatedAt, ...line }) => ({
        ...line,
        nominee: presentPerson(ctx, nominee),
        badge: presentBadge(ctx, badge),
        agenda: presentAgenda(ctx, agendas.get(line.nominationId)),
        day: formatDay(updatedAt, ctx.locale),
      })),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inStructure(args, async ({ ctx, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const decision = form.get('decision') === 'voice-admitted' ? 'voice-admitted' : 'voice-set-aside'
      const isNamed = form.has('isNamed')
      const reason = isNamed ? translate(ctx.locale)('nominations:naming.as_wished') : form.getAll('reason').filter(Boolean).join(' ')
      await moderateVoice(ctx, { voiceId: text(form, 'voiceId'), decision, reason, isNamed })
      return redirect(`${home}?done=${decision}`)
    })
  })
