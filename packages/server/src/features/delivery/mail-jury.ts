import type { Ctx, Locale } from '#ctx'
import { translate } from '#web/translations.ts'
import { queueMail } from './queue-mail.ts'

type Opened = { juryId: string; memberId: string }

/** A member is asked to read and vote: on their page, or by their own link for somebody from outside. */
export async function mailJury(ctx: Ctx, { juryId, memberId }: Opened): Promise<void> {
  const member = await findMember(ctx, memberId)
  const address = member && (member.guest_address ?? member.address)
  if (!address || member.state === 'closed') return
  const locale = (member.locale ?? 'fr') as Locale
  const t = translate(locale)
  const moment = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(member.starts_at)
  const names = { title: member.title, organizationName: member.organization_name, moment, place: member.place }
  const say = (word: string) => t(`delivery:mail.jury.${word}`, names)
  await queueMail(ctx, {
    deduplicationKey: `jury-opened:${memberId}`,
    recipient: address,
    locale,
    content: {
      subject: say('subject'),
      preheader: say('lead'),
      blocks: [
        { kind: 'text', text: t('delivery:mail.hello_name', { name: member.given_name ?? member.name }) },
        { kind: 'text', text: say('lead') },
        { kind: 'text', text: [moment, member.place].filter(Boolean).join(' · ') },
        { kind: 'text', text: say('blind') },
        { kind: 'button', label: say('button'), url: addressFor(ctx, juryId, { memberId, sealed: member.token_sealed }) },
        { kind: 'aside', title: t('delivery:mail.why'), text: say(member.token_sealed ? 'why_guest' : 'why') },
      ],
    },
  })
}

function addressFor(ctx: Ctx, juryId: string, { memberId, sealed }: { memberId: string; sealed: Buffer | null }): string {
  if (!sealed) return `${ctx.config.url}/me/juries/${juryId}`
  return `${ctx.config.url}/juries/guest/${Buffer.from(ctx.secrets.open(sealed, `jury-link:${memberId}`)).toString()}`
}

const findMember = (ctx: Ctx, memberId: string) =>
  ctx.db
    .selectFrom('jury_member')
    .innerJoin('jury', 'jury.id', 'jury_id')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .leftJoin('person', 'person.id', 'jury_member.person_id')
    .leftJoin('person_email', (join) => join.onRef('person_email.person_id', '=', 'person.id').on('is_primary', '=', true).on('verified_at', 'is not', null))
    .select(['jury.title', 'starts_at', 'place', 'state', 'organization.name as organization_name', 'person_email.address', 'locale', 'given_name'])
    .select(['jury_member.name', 'jury_member.address as guest_address', 'token_sealed'])
    .where('jury_member.id', '=', memberId)
    .executeTakeFirst()
