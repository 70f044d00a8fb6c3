import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { refuse } from '../ceremonies.errors.ts'
import { listRecipients } from '../planning/get-ceremony.ts'
import { getPublishingCounts } from '../publishing/get-progress.ts'
import { publishCeremony, retryPublishing } from '../publishing/publish-ceremony.ts'
import { inCeremony, titleOf } from './in-ceremony.ts'
import { presentRecipient } from './present-recipient.ts'

/** The last step before, the progress, then what became of each: which of them it is follows from how far the publishing is. */
export const loader = (args: LoaderFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony, shared }) => {
    const t = translate(ctx.locale)
    const recipients = await listRecipients(ctx, ceremony.ceremonyId)
    const people = recipients.map((one) => presentRecipient(ctx, one))
    const phase = ceremony.state === 'published' ? ('finished' as const) : ceremony.state === 'publishing' ? ('running' as const) : ('confirm' as const)
    return {
      ...shared,
      title: titleOf(ctx, 'publish', ceremony),
      phase,
      counts: await getPublishingCounts(ctx, ceremony.ceremonyId),
      badges: [...Map.groupBy(people, ({ badge }) => badge.name)].map(([name, ofOne]) => ({ name, imageId: ofOne[0]!.badge.imageId, count: ofOne.length })),
      cardCount: recipients.filter(({ personId }) => personId === null).length,
      failed: people
        .filter(({ outcome }) => outcome === 'failed')
        .map((one) => ({
          ...one,
          reason: t([
            `ceremonies:problems.${one.problem}`,
            `nominations:errors.${one.problem}`,
            `credentials:errors.${one.problem}`,
            `achievements:errors.${one.problem}`,
            'ceremonies:problems.internal_error',
          ]),
        })),
      held: people.filter(({ outcome }) => outcome === 'already-held'),
      left: people.filter(({ outcome, presence }) => (outcome === 'issued' || outcome === 'already-held') && presence !== 'handed'),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony: { ceremonyId }, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      if (form.get('intent') === 'retry') await retryPublishing(ctx, ceremonyId)
      else if (form.get('understood')) await publishCeremony(ctx, ceremonyId)
      else throw refuse('publishing_not_confirmed')
      return redirect(`${home}/publish`)
    })
  })
