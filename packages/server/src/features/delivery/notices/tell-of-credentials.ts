import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { tell } from './tell.ts'

export const tellOfIssue = (ctx: Ctx, { credentialId }: { credentialId: string }) => tellOf(ctx, credentialId, 'credential-issued')
export const tellOfRevocation = (ctx: Ctx, { credentialId }: { credentialId: string }) => tellOf(ctx, credentialId, 'credential-revoked')

async function tellOf(ctx: Ctx, credentialId: string, kind: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('credential')
    .innerJoin('achievement_version', 'achievement_version.id', 'achievement_version_id')
    .innerJoin('organization', 'organization.id', 'credential.organization_id')
    .select(['person_id', 'content', 'organization.name'])
    .where('credential.id', '=', credentialId)
    .executeTakeFirst()
  if (!row?.person_id) return
  const words = { badge: (row.content as AchievementContent).name, organization: row.name }
  await tell(ctx, { personIds: [row.person_id], kind, words, path: `/me/badges/${credentialId}`, key: `${kind}:${credentialId}` })
}
