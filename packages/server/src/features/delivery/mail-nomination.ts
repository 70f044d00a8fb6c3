import type { Ctx, Locale } from '#ctx'
import { type AchievementContent, inLanguage } from '#features/achievements/index.ts'
import { translate } from '#web/translations.ts'
import { queueMail } from './queue-mail.ts'

/** Somebody is proposed: one mail a dossier, however many voices. What the voices say is read in the platform, by them alone. */
export async function mailNomination(ctx: Ctx, { nominationId }: { nominationId: string }): Promise<void> {
  const nominee = await findNominee(ctx, nominationId)
  if (nominee?.state === 'open' && nominee.response === 'pending')
    await write(ctx, nominee, { key: 'nomination', deduplicationKey: `nomination-shown:${nominationId}`, reason: '' })
}

/** To be completed, or not retained: with the reason, and the way back. */
export async function mailNominationAnswer(ctx: Ctx, { decisionId }: { decisionId: string }): Promise<void> {
  const row = await ctx.db.selectFrom('nomination_decision').select(['nomination_id', 'decision', 'reason']).where('id', '=', decisionId).executeTakeFirst()
  const nominee = row && (await findNominee(ctx, row.nomination_id))
  if (!nominee) return
  await write(ctx, nominee, {
    key: row.decision === 'to-complete' ? 'nomination-to-complete' : 'nomination-not-retained',
    deduplicationKey: `nomination-answered:${decisionId}`,
    reason: row.reason,
  })
}

type Nominee = NonNullable<Awaited<ReturnType<typeof findNominee>>>

async function write(ctx: Ctx, nominee: Nominee, { key, deduplicationKey, reason }: { key: string; deduplicationKey: string; reason: string }): Promise<void> {
  const locale = nominee.locale as Locale
  const t = translate(locale)
  const content = nominee.content as AchievementContent
  const badgeName = inLanguage(content.name, locale)
  const organizationName = nominee.organization_name
  const say = (word: string) => t(`delivery:mail.${key}.${word}`, { badgeName, organizationName })
  await queueMail(ctx, {
    deduplicationKey,
    recipient: nominee.address,
    locale,
    content: {
      subject: say('subject'),
      preheader: say('lead'),
      blocks: [
        { kind: 'text', text: t('delivery:mail.hello_name', { name: nominee.given_name }) },
        { kind: 'text', text: say('lead') },
        {
          kind: 'badge',
          name: badgeName,
          from: organizationName,
          text: inLanguage(content.description, locale),
          imageUrl: `${ctx.config.url}/images/${nominee.image_id}?format=png&size=256`,
        },
        ...(reason ? [{ kind: 'quote' as const, text: reason }] : []),
        { kind: 'text', text: say('free') },
        { kind: 'button', label: say('button'), url: `${ctx.config.url}/me/nominations/${nominee.id}` },
        { kind: 'aside', title: t('delivery:mail.why'), text: t('delivery:mail.nomination.why', { organizationName }) },
      ],
    },
  })
}

/** Nothing for somebody without an account or an address: the page tells them. */
const findNominee = (ctx: Ctx, nominationId: string) =>
  ctx.db
    .selectFrom('nomination')
    .innerJoin('person', 'person.id', 'nomination.person_id')
    .innerJoin('person_email', (join) => join.onRef('person_email.person_id', '=', 'person.id').on('is_primary', '=', true).on('verified_at', 'is not', null))
    .innerJoin('organization', 'organization.id', 'nomination.organization_id')
    .innerJoin('achievement_version', 'achievement_version.achievement_id', 'nomination.achievement_id')
    .select(['nomination.id', 'nomination.state', 'response', 'address', 'locale', 'given_name', 'organization.name as organization_name', 'content', 'image_id'])
    .where('nomination.id', '=', nominationId)
    .orderBy('achievement_version.number', 'desc')
    .limit(1)
    .executeTakeFirst()
