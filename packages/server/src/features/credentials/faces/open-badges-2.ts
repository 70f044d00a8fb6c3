// The same badge for platforms that know no other than Open Badges 2.0: hosted, so that the id of each object is where it is served.
import { type JsonObject, toAssertion } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { buildObAchievement, getVersion } from '#features/achievements/index.ts'
import { buildIssuerProfile, getIssuer } from '#features/issuers/index.ts'
import { credentialUrl } from '../build-credential.ts'
import type { ShownCredential } from './find-face.ts'

const addressesOf = (ctx: Ctx, { credentialId = '', versionId = '', issuerId = '' }) => ({
  assertion: `${credentialUrl(ctx, credentialId)}?format=ob2`,
  badgeClass: `${ctx.config.url}/ob2/badge-classes/${versionId}`,
  issuer: `${ctx.config.url}/ob2/issuers/${issuerId}`,
  image: `${credentialUrl(ctx, credentialId)}.png`,
})

/** The hosted assertion; of a revoked one only that it is, and why. */
export function buildAssertion(ctx: Ctx, credential: ShownCredential): JsonObject {
  const { assertion } = toAssertion(JSON.parse(credential.document), addressesOf(ctx, credential))
  if (credential.state !== 'revoked') return assertion
  const { '@context': context, type, id } = assertion as { '@context': string; type: string; id: string }
  return { '@context': context, type, id, revoked: true, ...(credential.revocationReason && { revocationReason: credential.revocationReason }) }
}

export async function getBadgeClass(ctx: Ctx, versionId: string): Promise<JsonObject> {
  const version = await getVersion(ctx, { versionId })
  const issuer = await getIssuer(ctx, { organizationId: version.organizationId })
  return (await projectAward(ctx, issuer.id, version)).badgeClass
}

export async function getIssuerV2(ctx: Ctx, issuerId: string): Promise<JsonObject> {
  const { name, url, email, description } = await buildIssuerProfile(ctx, issuerId)
  const { issuer } = toAssertion({ issuer: { name, url, email, description }, credentialSubject: { id: 'urn:nobody', achievement: { name: '' } } }, addressesOf(ctx, { issuerId }))
  return issuer
}

/** The class and the issuer do not depend on who received: an award to nobody shows them. */
async function projectAward(ctx: Ctx, issuerId: string, version: Awaited<ReturnType<typeof getVersion>>) {
  const profile = await buildIssuerProfile(ctx, issuerId)
  const achievement = buildObAchievement(ctx, version, profile)
  return toAssertion({ issuer: profile, credentialSubject: { id: 'urn:nobody', achievement } }, addressesOf(ctx, { issuerId, versionId: version.versionId }))
}
