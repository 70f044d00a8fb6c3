import type { Ctx } from '#ctx'
import { describeEndorsement, describeRequest, writeMail } from '#features/endorsements/index.ts'
import { translate } from '#web/translations.ts'
import { queueMail } from './queue-mail.ts'

/** Somebody is asked for an endorsement: with an account, or by a link that only this mailbox has. A request that is over is not mailed. */
export async function mailEndorsementRequest(ctx: Ctx, { requestId, isReminder }: { requestId: string; isReminder: boolean }): Promise<void> {
  const request = await describeRequest(ctx, requestId)
  if (!request?.address) return
  const { badge, locale, picturePath, stopPath } = request
  const { url } = ctx.config
  const said = writeMail({ ...request, badgeName: badge.name, hasAccount: request.askedId !== null, isReminder })
  await queueMail(ctx, {
    deduplicationKey: `endorsement-${isReminder ? 'reminded' : 'requested'}:${requestId}`,
    recipient: request.address,
    locale,
    content: {
      subject: said.subject,
      preheader: said.lead,
      blocks: [
        { kind: 'text', text: said.hello },
        { kind: 'text', text: said.lead },
        picturePath
          ? { kind: 'badge', name: badge.name, from: badge.issuerName, text: badge.description, imageUrl: `${url}${picturePath}` }
          : { kind: 'text', text: [badge.name, badge.issuerName].filter(Boolean).join('\n') },
        ...(request.message ? [{ kind: 'quote' as const, text: request.message }] : []),
        { kind: 'text', text: said.what },
        { kind: 'button', label: said.button, url: `${url}${request.path}` },
        { kind: 'text', text: said.how },
        { kind: 'aside', title: translate(locale)('delivery:mail.why'), text: said.why, ...(stopPath && { link: { label: said.stop, url: `${url}${stopPath}` } }) },
      ],
    },
  })
}

/** To the holder: somebody answered. What they wrote is read in the passport. */
export async function mailEndorsement(ctx: Ctx, { endorsementId }: { endorsementId: string }): Promise<void> {
  const told = await describeEndorsement(ctx, endorsementId)
  const address = told?.holder.address
  if (!told || !address) return
  const { holder, badge, endorsement } = told
  const t = translate(holder.locale)
  const say = (key: string) => t(`delivery:mail.endorsement.${key}`, { name: endorsement.endorserName, badge: badge.name })
  await queueMail(ctx, {
    deduplicationKey: `endorsement-signed:${endorsementId}`,
    recipient: address,
    locale: holder.locale,
    content: {
      subject: say('subject'),
      preheader: say(endorsement.kind),
      blocks: [
        { kind: 'text', text: t('delivery:mail.hello_name', { name: holder.givenName }) },
        { kind: 'text', text: say(endorsement.kind) },
        { kind: 'text', text: say('private') },
        { kind: 'button', label: say('button'), url: `${ctx.config.url}${told.path}` },
        { kind: 'aside', title: t('delivery:mail.why'), text: say('why') },
      ],
    },
  })
}
