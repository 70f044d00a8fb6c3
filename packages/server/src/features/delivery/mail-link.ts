import type { Ctx, Locale } from '#ctx'
import { translate } from '#web/translations.ts'
import { queueMail } from './queue-mail.ts'

type LinkRequested = { linkId: string; address: string; locale: Locale; purpose: 'sign-in' | 'verify-email'; sealedToken: string }

const PAGES = { 'sign-in': 'sign-in/link', 'verify-email': 'account/emails/verify' }

export async function mailLink(ctx: Ctx, { linkId, address, locale, purpose, sealedToken }: LinkRequested): Promise<void> {
  const t = translate(locale)
  const token = Buffer.from(ctx.secrets.open(Buffer.from(sealedToken, 'base64'), `link:${linkId}`)).toString()
  const say = (key: string) => t(`delivery:mail.${purpose}.${key}`, { address })
  await queueMail(ctx, {
    deduplicationKey: `link:${linkId}`,
    recipient: address,
    locale,
    content: {
      subject: say('subject'),
      preheader: say('lead'),
      blocks: [
        { kind: 'text', text: t('delivery:mail.hello') },
        { kind: 'text', text: say('lead') },
        { kind: 'button', label: say('button'), url: `${ctx.config.url}/${PAGES[purpose]}/${token}` },
        { kind: 'text', text: t('delivery:mail.link_lasts') },
        { kind: 'aside', title: t('delivery:mail.why'), text: say('why') },
      ],
    },
  })
}

export async function mailEmailAlreadyKnown(ctx: Ctx, { noticeId, address, locale }: { noticeId: string; address: string; locale: Locale }): Promise<void> {
  const t = translate(locale)
  const say = (key: string) => t(`delivery:mail.already-known.${key}`, { address })
  await queueMail(ctx, {
    deduplicationKey: `already-known:${noticeId}`,
    recipient: address,
    locale,
    content: {
      subject: say('subject'),
      preheader: say('lead'),
      blocks: [
        { kind: 'text', text: t('delivery:mail.hello') },
        { kind: 'text', text: say('lead') },
        { kind: 'text', text: say('advice') },
        { kind: 'button', label: say('button'), url: `${ctx.config.url}/sign-in` },
        { kind: 'aside', title: t('delivery:mail.why'), text: say('why') },
      ],
    },
  })
}
