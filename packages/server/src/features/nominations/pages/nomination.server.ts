import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { decideNomination } from '../decide-nomination.ts'
import { findAgendas } from '../find-agenda.ts'
import { getNomination } from '../get-nomination.ts'
import { grantAgreed } from '../grant-agreed.ts'
import { namePupil } from '../name-pupil.ts'
import { refuse } from '../nominations.errors.ts'
import { listTwins } from '../twins/list-twins.ts'
import { mergeNominations } from '../twins/merge-nominations.ts'
import { inStructure } from './in-structure.ts'
import { presentAgenda, presentNomination } from './present.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can, home }) => {
    const details = await getNomination(ctx, { nominationId: args.params.nominationId!, organizationId: organization.id })
    if (details.mergedInto) throw redirect(`${home}/${details.mergedInto}`)
    const nomination = presentNomination(ctx, details)
    return {
      title: `${nomination.nominee.name}, ${nomination.badge.name} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      nomination,
      twins: await listTwins(ctx, details.nominationId),
      agenda: presentAgenda(ctx, (await findAgendas(ctx, [nomination.nominationId])).get(nomination.nominationId)),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, home }) => {
    const { nominationId, isMe } = await getNomination(ctx, { nominationId: args.params.nominationId!, organizationId: organization.id })
    const form = await args.request.formData()
    return formAction(form, async () => {
      const done = (key: string) => redirect(`${home}/${nominationId}?done=${key}`)
      const intent = text(form, 'intent')
      switch (intent) {
        case 'grant-agreed':
          if (isMe) throw refuse('own_nomination')
          await grantAgreed(ctx, nominationId)
          return done('granted')
        case 'name-shown':
        case 'name-hidden':
          await namePupil(ctx, { nominationId, voiceId: text(form, 'voiceId'), isNamed: intent === 'name-shown', reason: text(form, 'reason') })
          return done(intent)
        case 'merge':
          await mergeNominations(ctx, { nominationId, twinId: text(form, 'twinId') })
          return done('merged')
        default:
          return done(await decide(ctx, nominationId, form))
      }
    })
  })

async function decide(ctx: Ctx, nominationId: string, form: FormData): Promise<string> {
  const given = text(form, 'decision')
  const decision = given === 'granted' || given === 'to-complete' ? given : 'not-retained'
  const isEmbargoed = form.get('announce') === 'ceremony'
  await decideNomination(ctx, { nominationId, decision, reason: text(form, 'reason'), isEmbargoed, levelId: text(form, 'levelId') })
  return decision === 'granted' && isEmbargoed ? 'agreed' : decision
}
