import { type Ctx, transaction } from '#ctx'
import { createClaim } from '#features/passports/index.ts'
import { translate } from '#web/translations.ts'
import { findRecipient } from './find-recipient.ts'
import { isQueued, queueMail } from './queue-mail.ts'

/** Who recognises you, for what, and the link to take it home: one mail a badge, whatever happens. */
export function mailCredential(ctx: Ctx, { credentialId }: { credentialId: string }): Promise<void> {
  const deduplicationKey = `credential-issued:${credentialId}`
  return transaction(ctx, async (ctx) => {
    if (await isQueued(ctx, deduplicationKey)) return
    const recipient = await findRecipient(ctx, credentialId)
    if (!recipient || recipient.isRevoked) return
    const { address, locale, name, badge, badgeName, organizationName } = recipient
    const { code } = await createClaim(ctx, { credentialId, channel: 'mail' })
    const t = translate(locale)
    const say = (key: string) => t(`delivery:mail.credential.${key}`, { badgeName, organizationName })
    await queueMail(ctx, {
      deduplicationKey,
      recipient: address,
      locale,
      content: {
        subject: say('subject'),
        preheader: say('lead'),
        blocks: [
          { kind: 'text', text: name ? t('delivery:mail.hello_name', { name }) : t('delivery:mail.hello') },
          { kind: 'text', text: say('lead') },
          badge,
          { kind: 'button', label: say('button'), url: `${ctx.config.url}/claim/${code}` },
          { kind: 'text', text: say('free') },
          { kind: 'text', text: say('personal') },
          { kind: 'aside', title: t('delivery:mail.why'), text: say('why') },
        ],
      },
    })
  })
}
