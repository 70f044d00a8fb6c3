import type { Locale } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'

type Written = { locale: Locale; holderName: string; askedName: string; badgeName: string; expiresAt: Date; hasAccount: boolean; isReminder?: boolean }

/** The words of the mail that asks: the same for who looks at it before it leaves, and for who receives it. */
export function writeMail({ locale, holderName, askedName, badgeName, expiresAt, hasAccount, isReminder = false }: Written) {
  const t = translate(locale)
  const say = (key: string) => t(`endorsements:mail.${key}`, { holder: holderName, asked: askedName, badge: badgeName, date: formatDay(expiresAt, locale) })
  return {
    subject: say(isReminder ? 'subject_again' : 'subject'),
    hello: say('hello'),
    lead: say('lead'),
    what: say('what'),
    how: say(hasAccount ? 'how_here' : 'how'),
    button: say('button'),
    why: say(hasAccount ? 'why_here' : 'why'),
    stop: say('stop'),
  }
}
