import { type Ctx, requirePerson } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { refuse } from '#kit/errors.ts'
import type { CredentialState } from './credentials.schema.ts'
import { stateOf } from './get-credential.ts'
import { isOpen, readSharing } from './sharing.ts'

export type HeldCredential = {
  credentialId: string
  achievementId: string
  versionId: string
  versionNumber: number
  content: AchievementContent
  imageId: string
  levelId: string | null
  organization: { id: string; slug: string; name: string }
  /** Who defined the badge, when it is not who gave it. */
  authorName: string | null
  state: CredentialState
  issuedAt: Date
  validUntil: Date | null
  revokedAt: Date | null
  revocationReason: string | null
  response: 'pending' | 'accepted' | 'declined'
  isShared: boolean
  /** Opened before their fifteenth birthday: private until they say it again, alone. */
  isSharedBefore15: boolean
}

type Narrowed = { credentialIds?: readonly string[] | undefined; achievementId?: string }

/** Without the signed document: nothing that is listed is read in it. */
const COLUMNS = [
  'credential.id',
  'credential.achievement_id',
  'credential.achievement_version_id',
  'credential.level_id',
  'credential.organization_id',
  'credential.issued_at',
  'credential.valid_until',
  'credential.revoked_at',
  'credential.revocation_reason',
  'credential.response',
  'credential.shared_at',
] as const

/** All that a person received, the newest first; or of it those that are named, or those of one badge. For themselves only. */
export async function listHeld(ctx: Ctx, personId: string, { credentialIds, achievementId }: Narrowed = {}): Promise<HeldCredential[]> {
  if (ctx.actor.kind !== 'system' && requirePerson(ctx).personId !== personId) throw refuse('not_allowed')
  const rows = await ctx.db
    .selectFrom('credential')
    .innerJoin('achievement_version', 'achievement_version.id', 'credential.achievement_version_id')
    .innerJoin('organization', 'organization.id', 'credential.organization_id')
    .innerJoin('achievement', 'achievement.id', 'credential.achievement_id')
    .innerJoin('organization as author', 'author.id', 'achievement.organization_id')
    .select(COLUMNS)
    .select(['achievement_version.content', 'achievement_version.image_id', 'organization.slug', 'organization.name as organization_name'])
    .select(['achievement_version.number', 'author.id as author_id', 'author.name as author_name'])
    .where('credential.person_id', '=', personId)
    .$if(credentialIds !== undefined, (query) => query.where('credential.id', 'in', [...credentialIds!]))
    .$if(achievementId !== undefined, (query) => query.where('credential.achievement_id', '=', achievementId!))
    .orderBy('credential.issued_at', 'desc')
    .orderBy('credential.id')
    .execute()
  const sharing = await readSharing(ctx, personId)
  return rows.map((row) => ({
    credentialId: row.id,
    achievementId: row.achievement_id,
    versionId: row.achievement_version_id,
    versionNumber: row.number,
    content: row.content as AchievementContent,
    imageId: row.image_id,
    levelId: row.level_id,
    organization: { id: row.organization_id, slug: row.slug, name: row.organization_name },
    authorName: row.author_id === row.organization_id ? null : row.author_name,
    state: stateOf(row, ctx.now()),
    issuedAt: row.issued_at,
    validUntil: row.valid_until,
    revokedAt: row.revoked_at,
    revocationReason: row.revocation_reason,
    response: row.response as HeldCredential['response'],
    isShared: isOpen(sharing, row.shared_at),
    isSharedBefore15: !sharing.isProtected && row.shared_at !== null && !isOpen(sharing, row.shared_at),
  }))
}
