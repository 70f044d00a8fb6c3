import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formAction } from '#web/page.ts'
import { decideNomination } from '../decide-nomination.ts'
import { getNomination } from '../get-nomination.ts'
import { grantAgreed } from '../grant-agreed.ts'
import { namePupil } from '../name-pupil.ts'
import { refuse } from '../nominations.errors.ts'
import { inStructure, text } from './in-structure.ts'
import { presentNomination } from './present.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can }) => {
    const nomination = presentNomination(ctx, await getNomination(ctx, { nominationId: args.params.nominationId!, organizationId: organization.id }))
    return {
      title: `${nomination.nominee.name}, ${nomination.badge.name} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      nomination,
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, home }) => {
    const { nominationId, isMe } = await getNomination(ctx, { nominationId: args.params.nominationId!, organizationId: organization.id })
    const form = await args.request.formData()
    return formAction(form, async () => {
      const done = (key: string) => redirect(`${home}/${nominationId}?done=${key}`)
      if (form.get('intent') === 'grant-agreed') {
        if (isMe) throw refuse('own_nomination')
        await grantAgreed(ctx, nominationId)
        return done('granted')
      }
      const intent = form.get('intent')
      if (intent === 'name-shown' || intent === 'name-hidden') {
        await namePupil(ctx, { nominationId, voiceId: text(form, 'voiceId'), isNamed: intent === 'name-shown', reason: text(form, 'reason') })
        return done(intent)
      }
      const given = text(form, 'decision')
      const decision = given === 'granted' || given === 'to-complete' ? given : 'not-retained'
      const isEmbargoed = form.get('announce') === 'ceremony'
      await decideNomination(ctx, { nominationId, decision, reason: text(form, 'reason'), isEmbargoed })
      return done(decision === 'granted' && isEmbargoed ? 'agreed' : decision)
    })
  })
