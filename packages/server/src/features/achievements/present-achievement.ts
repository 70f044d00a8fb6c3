import { toAssertion } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { buildIssuerProfile, ensureIssuer, issuerUrl, OB_CONTEXT } from '#features/issuers/index.ts'
import type { AchievementView } from './achievement.schema.ts'
import { achievementUrl, buildObAchievement, versionUrl } from './build-ob-achievement.ts'
import { type AchievementVersion, listVersions } from './get-version.ts'

/** A published version with who stands behind it, as the API shows it. */
export async function presentAchievement(ctx: Ctx, version: AchievementVersion): Promise<AchievementView> {
  const { issuerId } = await ensureIssuer(ctx, version.organizationId)
  const versions = await listVersions(ctx, version.achievementId)
  const profile = await buildIssuerProfile(ctx, issuerId)
  return {
    id: version.achievementId,
    url: achievementUrl(ctx.config, version.achievementId),
    version: version.number,
    publishedAt: version.publishedAt.toISOString(),
    isArchived: version.isArchived,
    image: `${ctx.config.url}/images/${version.imageId}`,
    issuer: { id: issuerId, url: issuerUrl(ctx.config, issuerId), name: String(profile.name) },
    ...version.content,
    versions: versions.map(({ number, publishedAt }) => ({
      number,
      publishedAt: publishedAt.toISOString(),
      url: versionUrl(ctx.config, { achievementId: version.achievementId, number }),
    })),
    achievement: buildObAchievement(ctx, version, profile),
  }
}

/** Open Badges 3.0, with its context: a document that stands alone. */
export async function presentObAchievement(ctx: Ctx, version: AchievementVersion) {
  const { issuerId } = await ensureIssuer(ctx, version.organizationId)
  return { '@context': OB_CONTEXT, ...buildObAchievement(ctx, version, await buildIssuerProfile(ctx, issuerId)) }
}

/** Open Badges 2.0, for platforms that know no other. */
export async function presentBadgeClass(ctx: Ctx, version: AchievementVersion) {
  const { issuerId } = await ensureIssuer(ctx, version.organizationId)
  const issuer = await buildIssuerProfile(ctx, issuerId)
  const credential = { issuer, credentialSubject: { id: 'urn:uuid:00000000-0000-0000-0000-000000000000', achievement: buildObAchievement(ctx, version, issuer) } }
  const badgeClass = `${versionUrl(ctx.config, version)}?v=2`
  return toAssertion(credential, { assertion: badgeClass, badgeClass, issuer: `${issuerUrl(ctx.config, issuerId)}?v=2` }).badgeClass
}
