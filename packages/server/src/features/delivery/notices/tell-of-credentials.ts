import type { Ctx } from '#ctx'
import { type AchievementContent, nameAtLevel } from '#features/achievements/index.ts'
import { findFamily } from './find-family.ts'
import { tell } from './tell.ts'

type Fact = { credentialId: string }

export const tellOfIssue = (ctx: Ctx, { credentialId }: Fact) => tellOf(ctx, credentialId, 'credential-issued')
export const tellOfRevocation = (ctx: Ctx, { credentialId }: Fact) => tellOf(ctx, credentialId, 'credential-revoked')

/** To the holder, and to the family of one below fifteen. */
async function tellOf(ctx: Ctx, credentialId: string, kind: 'credential-issued' | 'credential-revoked'): Promise<void> {
  const row = await ctx.db
    .selectFrom('credential')
    .innerJoin('achievement_version', 'achievement_version.id', 'achievement_version_id')
    .innerJoin('organization', 'organization.id', 'credential.organization_id')
    .select(['person_id', 'content', 'level_id', 'organization.name'])
    .select((eb) => eb.exists(eb.selectFrom('attempt').select('id').whereRef('credential_id', '=', 'credential.id')).as('is_of_attempt'))
    .where('credential.id', '=', credentialId)
    .executeTakeFirst()
  if (!row?.person_id) return
  const content = row.content as AchievementContent
  const badge = { fr: nameAtLevel(content, row.level_id, 'fr'), en: nameAtLevel(content, row.level_id, 'en') }
  const words = { badge, organization: row.name }
  const key = `${kind}:${credentialId}`
  // A teacher's « validé » tells of itself: one piece of news is told once.
  if (kind === 'credential-revoked' || !row.is_of_attempt) await tell(ctx, { personIds: [row.person_id], kind, words, path: `/me/badges/${credentialId}`, key })
  const family = await findFamily(ctx, row.person_id)
  if (!family) return
  await tell(ctx, { personIds: family.guardianIds, kind: `child-${kind}`, words: { ...words, child: family.givenName }, path: `/me/children/${row.person_id}`, key })
}
