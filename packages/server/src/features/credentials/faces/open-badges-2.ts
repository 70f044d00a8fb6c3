// The same badge for platforms that know no other than Open Badges 2.0: hosted, so that the id of each object is where it is served.
import { type JsonObject, toAssertion } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { type AchievementVersion, buildObAchievement, findLevel, getVersion } from '#features/achievements/index.ts'
import { buildIssuerProfile, getIssuer } from '#features/issuers/index.ts'
import { refuse } from '#kit/errors.ts'
import { credentialUrl } from '../build-credential.ts'
import type { ShownCredential } from './find-face.ts'

/** A class has one issuer: that of a badge which was adopted is another for each structure that gives it. */
const addressesOf = (ctx: Ctx, { credentialId = '', versionId = '', issuerId = '', isAdopted = false }) => ({
  assertion: `${credentialUrl(ctx, credentialId)}?format=ob2`,
  badgeClass: `${ctx.config.url}/ob2/badge-classes/${versionId}${isAdopted ? `?issuer=${issuerId}` : ''}`,
  issuer: `${ctx.config.url}/ob2/issuers/${issuerId}`,
  image: `${credentialUrl(ctx, credentialId)}.png`,
})

/** The hosted assertion; of a revoked one only that it is, and why. */
export async function buildAssertion(ctx: Ctx, credential: ShownCredential): Promise<JsonObject> {
  const version = await getVersion(ctx, { versionId: credential.versionId })
  const isAdopted = version.organizationId !== credential.organizationId
  const { assertion } = toAssertion(JSON.parse(credential.document), addressesOf(ctx, { ...credential, isAdopted }))
  if (credential.state !== 'revoked') return { ...assertion, ...sayLevel(version, credential.levelId, assertion.narrative) }
  const { '@context': context, type, id } = assertion as { '@context': string; type: string; id: string }
  return { '@context': context, type, id, revoked: true, ...(credential.revocationReason && { revocationReason: credential.revocationReason }) }
}

/** 2.0 knows no levels: the narrative says which one was reached, and for what. */
function sayLevel({ content }: AchievementVersion, levelId: string | null, narrative: JsonObject[string] | undefined) {
  const level = findLevel(content, levelId)
  return level && { narrative: [`**${level.name.fr}** : ${level.description.fr}`, ...(typeof narrative === 'string' ? [narrative] : [])].join('\n\n') }
}

export async function getBadgeClass(ctx: Ctx, { versionId, issuerId }: { versionId: string; issuerId?: string | undefined }): Promise<JsonObject> {
  const version = await getVersion(ctx, { versionId })
  const author = await getIssuer(ctx, { organizationId: version.organizationId })
  if (issuerId === undefined || issuerId === author.id) return (await projectAward(ctx, author.id, version)).badgeClass
  const issuer = await getIssuer(ctx, { issuerId })
  await demandEverGiven(ctx, version.achievementId, issuer.organizationId)
  const { badgeClass } = await projectAward(ctx, issuer.id, version, true)
  return { ...badgeClass, related: [{ id: addressesOf(ctx, { versionId }).badgeClass }] }
}

/** Nobody is shown as giving a badge that they never adopted. */
async function demandEverGiven(ctx: Ctx, achievementId: string, organizationId: string): Promise<void> {
  const adoption = await ctx.db
    .selectFrom('achievement_adoption')
    .select('id')
    .where('achievement_id', '=', achievementId)
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  if (!adoption) throw refuse('not_found')
}

export async function getIssuerV2(ctx: Ctx, issuerId: string): Promise<JsonObject> {
  const { name, url, email, description } = await buildIssuerProfile(ctx, issuerId)
  const { issuer } = toAssertion({ issuer: { name, url, email, description }, credentialSubject: { id: 'urn:nobody', achievement: { name: '' } } }, addressesOf(ctx, { issuerId }))
  return issuer
}

/** The class and the issuer do not depend on who received: an award to nobody shows them. */
async function projectAward(ctx: Ctx, issuerId: string, version: AchievementVersion, isAdopted = false) {
  const profile = await buildIssuerProfile(ctx, issuerId)
  const achievement = buildObAchievement(ctx, version, profile)
  return toAssertion({ issuer: profile, credentialSubject: { id: 'urn:nobody', achievement } }, addressesOf(ctx, { issuerId, versionId: version.versionId, isAdopted }))
}
