import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { findNominees, presentPerson } from '#features/nominations/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { text, texts } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { openJury, startSession } from '../meeting/run-meeting.ts'
import { closeJury } from '../minutes/close-jury.ts'
import { layDossiers, takeDossierAway } from '../prepare/lay-dossiers.ts'
import { listGuestLinks } from '../prepare/list-guest-links.ts'
import { choosePresident, removeMember, seatGuest, seatMember } from '../prepare/seat-members.ts'
import { listProposable } from '../read/list-proposable.ts'
import { readTable } from '../read/read-table.ts'
import { inJury } from './enter.ts'
import { presentBadge, presentTable } from './present.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inJury(args, async ({ ctx, organization, can, here, seat }) => {
    const search = new URL(args.request.url).searchParams.get('q') ?? ''
    const table = await readTable(ctx, seat)
    const isOpen = seat.jury.state !== 'closed'
    const [links, proposable, found] = await Promise.all([
      listGuestLinks(ctx, seat.jury),
      isOpen ? listProposable(ctx, organization.id) : [],
      isOpen ? findNominees(ctx, { organizationId: organization.id, search }) : [],
    ])
    const { members, ...shown } = presentTable(ctx, table)
    return {
      title: `${seat.jury.title} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      here,
      ...shown,
      members: members.map((member) => ({ ...member, link: isOpen ? links.get(member.memberId)?.url : undefined, address: links.get(member.memberId)?.address ?? '' })),
      search,
      found: found.map(({ personId, givenName, familyName, title, className, isPupil }) => ({
        personId,
        name: `${givenName} ${familyName}`.trim(),
        about: className ?? title,
        isPupil,
      })),
      proposable: proposable.map(({ nominationId, nominee, badge, voiceCount, returnedFrom }) => ({
        nominationId,
        nominee: presentPerson(ctx, nominee),
        badge: presentBadge(ctx, badge),
        voiceCount,
        returnedFrom: returnedFrom && formatDay(returnedFrom, ctx.locale),
      })),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inJury(args, async ({ ctx, here, seat: { jury } }) => {
    const form = await args.request.formData()
    return formAction(form, async () => redirect(`${here}${(await ACTS[text(form, 'intent') as keyof typeof ACTS]?.(ctx, jury.id, form)) ?? ''}`))
  })

type Act = (ctx: Ctx, juryId: string, form: FormData) => Promise<string>

const ACTS: Record<string, Act> = {
  seat: async (ctx, juryId, form) => {
    await seatMember(ctx, { juryId, personId: text(form, 'personId') })
    return '?done=seated#members'
  },
  guest: async (ctx, juryId, form) => {
    await seatGuest(ctx, { juryId, name: text(form, 'name'), function: text(form, 'function'), address: text(form, 'address') })
    return '?done=guest#members'
  },
  remove: async (ctx, juryId, form) => {
    await removeMember(ctx, { juryId, memberId: text(form, 'memberId') })
    return '?done=removed#members'
  },
  president: async (ctx, juryId, form) => {
    await choosePresident(ctx, { juryId, memberId: text(form, 'memberId') })
    return '?done=president#members'
  },
  lay: async (ctx, juryId, form) => {
    await layDossiers(ctx, { juryId, nominationIds: texts(form, 'nominationId') })
    return '?done=laid#agenda'
  },
  'take-away': async (ctx, juryId, form) => {
    await takeDossierAway(ctx, { juryId, dossierId: text(form, 'dossierId') })
    return '?done=taken#agenda'
  },
  open: async (ctx, juryId) => {
    await openJury(ctx, juryId)
    return '?done=opened'
  },
  start: async (ctx, juryId) => {
    await startSession(ctx, juryId)
    return '/session'
  },
  close: async (ctx, juryId) => {
    await closeJury(ctx, juryId)
    return '?done=closed'
  },
}
