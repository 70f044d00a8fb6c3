import type { Ctx } from '#ctx'
import { translate } from '#web/translations.ts'
import { findRecipient } from './find-recipient.ts'
import { queueMail } from './queue-mail.ts'

/** A badge is never taken away without saying why. */
export async function mailRevocation(ctx: Ctx, { credentialId }: { credentialId: string }): Promise<void> {
  const recipient = await findRecipient(ctx, credentialId)
  if (!recipient?.isRevoked) return
  const { address, locale, name, badge, badgeName, organizationName, reason } = recipient
  const t = translate(locale)
  const say = (key: string) => t(`delivery:mail.revocation.${key}`, { badgeName, organizationName })
  await queueMail(ctx, {
    deduplicationKey: `credential-revoked:${credentialId}`,
    recipient: address,
    locale,
    content: {
      subject: say('subject'),
      preheader: say('lead'),
      blocks: [
        { kind: 'text', text: name ? t('delivery:mail.hello_name', { name }) : t('delivery:mail.hello') },
        { kind: 'text', text: say('lead') },
        { ...badge, text: '' },
        { kind: 'text', text: say('reason') },
        { kind: 'quote', text: reason },
        { kind: 'text', text: say('advice') },
        { kind: 'aside', title: t('delivery:mail.why'), text: say('why') },
      ],
    },
  })
}
