import type { Ctx, Locale } from '#ctx'
import { translate } from '#web/translations.ts'
import { queueMail } from './queue-mail.ts'

type InvitationSent = { invitationId: string; address: string; locale: Locale; organizationName: string; sealedToken: string }

export async function mailInvitation(ctx: Ctx, { invitationId, address, locale, organizationName, sealedToken }: InvitationSent): Promise<void> {
  const t = translate(locale)
  const token = Buffer.from(ctx.secrets.open(Buffer.from(sealedToken, 'base64'), `link:${invitationId}`)).toString()
  const say = (key: string) => t(`delivery:mail.invitation.${key}`, { organizationName })
  await queueMail(ctx, {
    deduplicationKey: `invitation:${invitationId}`,
    recipient: address,
    locale,
    content: {
      subject: say('subject'),
      preheader: say('lead'),
      blocks: [
        { kind: 'text', text: t('delivery:mail.hello') },
        { kind: 'text', text: say('lead') },
        { kind: 'text', text: say('boat') },
        { kind: 'button', label: say('button'), url: `${ctx.config.url}/invitations/${token}` },
        { kind: 'aside', title: t('delivery:mail.why'), text: say('why') },
      ],
    },
  })
}
