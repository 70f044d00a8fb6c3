import type { JsonObject, JsonValue, VerificationReport } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { issuerDid, issuerUrl } from '#features/issuers/index.ts'
import { isUuid } from '#kit/uuid.ts'

/**
 * What the platform knows of a badge that bears one of its addresses. `altered`: such a badge exists, and this is not it.
 * Nothing is told but to who brings the genuine document.
 */
export type Origin =
  | { kind: 'altered' }
  | {
      kind: 'genuine'
      credentialId: string
      achievementId: string
      issuer: { name: string; url: string }
      revokedAt: Date | null
      revocationReason: string | null
      isDeclined: boolean
    }

export async function findOrigin(ctx: Ctx, { credential, checks, version }: VerificationReport): Promise<Origin | null> {
  const credentialId = idHere(ctx, credential?.id)
  const row = credentialId && (await findIssued(ctx, credentialId))
  if (!row || !credential) return null
  const outcomeOf = (name: string) => checks.find(({ check }) => check === name)?.outcome
  if (outcomeOf('proof') === 'undetermined' || outcomeOf('issuer') === 'undetermined') return null
  if (outcomeOf('proof') !== 'passed' || outcomeOf('issuer') !== 'passed' || !isOurs(ctx, version, credential, row.issuer_id)) {
    // Before 3.0, a withdrawn badge is no longer hosted: that says nothing against the copy.
    return version === '3.0' ? { kind: 'altered' } : null
  }
  return {
    kind: 'genuine',
    credentialId: row.id,
    achievementId: row.achievement_id,
    issuer: { name: row.name, url: issuerUrl(ctx.config, row.issuer_id) },
    revokedAt: row.revoked_at,
    revocationReason: row.revocation_reason,
    isDeclined: row.response === 'declined',
  }
}

function idHere({ config }: Ctx, id: unknown): string | undefined {
  const prefix = `${config.url}/credentials/`
  if (typeof id !== 'string' || !id.startsWith(prefix)) return undefined
  const credentialId = id.slice(prefix.length).split('?')[0]!
  return isUuid(credentialId) ? credentialId : undefined
}

const findIssued = (ctx: Ctx, credentialId: string) =>
  ctx.db
    .selectFrom('credential')
    .innerJoin('organization', 'organization.id', 'credential.organization_id')
    .select(['credential.id', 'achievement_id', 'issuer_id', 'organization.name', 'revoked_at', 'revocation_reason', 'response'])
    .where('credential.id', '=', credentialId)
    .executeTakeFirst()

/** Anybody may sign a badge with an address of ours in it: what counts is that its proven issuer is the one who issued it here. */
function isOurs({ config }: Ctx, version: string, credential: JsonObject, issuerId: string): boolean {
  if (version === '3.0') return idOf(credential.issuer) === issuerDid(config, issuerId)
  return idOf(objectOf(credential.badge)?.issuer) === `${config.url}/ob2/issuers/${issuerId}`
}

const objectOf = (value: JsonValue | undefined): JsonObject | undefined => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined)
const idOf = (value: JsonValue | undefined): JsonValue | undefined => objectOf(value)?.id ?? value
