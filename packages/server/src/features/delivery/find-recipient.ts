import type { Ctx, Locale } from '#ctx'
import { type AchievementContent, inLanguage, nameAtLevel } from '#features/achievements/index.ts'

/** To whom a mail about a received badge goes, and what it speaks of. Nothing when nobody can be written to. */
export async function findRecipient(ctx: Ctx, credentialId: string) {
  const row = await ctx.db
    .selectFrom('credential')
    .innerJoin('achievement_version', 'achievement_version.id', 'credential.achievement_version_id')
    .innerJoin('organization', 'organization.id', 'credential.organization_id')
    .leftJoin('person', 'person.id', 'credential.person_id')
    .leftJoin('person_email', (join) => join.onRef('person_email.person_id', '=', 'credential.person_id').on('person_email.is_primary', '=', true))
    .select([
      'credential.recipient_email',
      'credential.recipient_name',
      'credential.revocation_reason',
      'credential.revoked_at',
      'credential.level_id',
      'achievement_version.content',
      'achievement_version.image_id',
      'organization.name as organization_name',
      'person.locale',
      'person.given_name',
      'person_email.address as primary_address',
    ])
    .where('credential.id', '=', credentialId)
    .executeTakeFirst()
  const address = row?.recipient_email ?? row?.primary_address
  if (!row || !address) return undefined
  const locale = (row.locale ?? 'fr') as Locale
  const content = row.content as AchievementContent
  const badgeName = nameAtLevel(content, row.level_id, locale)
  return {
    address,
    locale,
    name: row.given_name ?? row.recipient_name,
    badgeName,
    organizationName: row.organization_name,
    badge: {
      kind: 'badge' as const,
      name: badgeName,
      from: row.organization_name,
      text: inLanguage(content.description, locale),
      imageUrl: `${ctx.config.url}/images/${row.image_id}?format=png&size=256`,
    },
    isRevoked: row.revoked_at !== null,
    reason: row.revocation_reason ?? '',
  }
}
