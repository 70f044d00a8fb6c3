import { type Ctx, requirePerson } from '#ctx'
import { type AchievementContent, inLanguage, nameAtLevel } from '#features/achievements/index.ts'
import { isOpen, isProtected, readSharing } from '#features/credentials/index.ts'
import { may } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { translate } from '#web/translations.ts'
import type { Phrase } from '../circle.schema.ts'

export type Congratulable = {
  badgeId: string
  personId: string
  personName: string
  badgeName: string
  image: { imageId: string; alt: string } | null
  /** `theirs`: they want no word, or none of this person; which of the two is theirs to know. `yours`: a child says it face to face. */
  closed: 'theirs' | 'yours' | null
  said: { phrase: Phrase | null; words: string } | null
}

/**
 * The badge of somebody else, for who sees it: open to all, shown to a structure of theirs where they work with its people, or given by it. A child’s is
 * seen by those alone. For anybody else there is nothing here.
 */
export async function findCongratulable(ctx: Ctx, badgeId: string): Promise<Congratulable> {
  const me = requirePerson(ctx).personId
  const badge = isUuid(badgeId) ? ((await findReceived(ctx, badgeId)) ?? (await findImported(ctx, badgeId))) : undefined
  if (!badge || badge.personId === me || !(await sees(ctx, badge))) throw refuse('not_found')
  const { personId } = badge
  const closed = await ctx.db
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where((eb) =>
      eb.or([
        eb('closed_at', 'is not', null),
        eb.exists(eb.selectFrom('congratulation_refusal').select('since').where('congratulation_refusal.person_id', '=', personId)),
        eb.exists(eb.selectFrom('congratulation_block').select('since').where('congratulation_block.person_id', '=', personId).where('blocked_id', '=', me)),
      ]),
    )
    .executeTakeFirst()
  const said = await ctx.db
    .selectFrom('congratulation')
    .select(['phrase', 'words'])
    .where('from_person_id', '=', me)
    .where('badge_id', '=', badgeId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  const { personName, badgeName, image } = badge
  const isChild = await isProtected(ctx, me)
  return {
    badgeId,
    personId,
    personName,
    badgeName,
    image,
    closed: isChild ? 'yours' : closed ? 'theirs' : null,
    said: said ? { phrase: said.phrase as Phrase | null, words: said.words } : null,
  }
}

type Found = Pick<Congratulable, 'personId' | 'personName' | 'badgeName' | 'image'> & { organizationId: string | null; sharedAt: Date | null; badgeId: string }

async function sees(ctx: Ctx, { badgeId, personId, organizationId, sharedAt }: Found): Promise<boolean> {
  const sharing = await readSharing(ctx, personId)
  // The roles that work with people, in the structure itself: nobody congratulates a child from above.
  if (organizationId && (await may(ctx, 'issue', organizationId))) return true
  if (sharing.isProtected) return false
  if (isOpen(sharing, sharedAt)) return true
  const shown = await ctx.db.selectFrom('badge_shown').select('organization_id').where('badge_id', '=', badgeId).where('person_id', '=', personId).execute()
  for (const { organization_id } of shown) if (await may(ctx, 'issue', organization_id)) return true
  return false
}

async function findReceived(ctx: Ctx, credentialId: string): Promise<Found | undefined> {
  const row = await ctx.db
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.person_id')
    .innerJoin('achievement_version', 'achievement_version.id', 'achievement_version_id')
    .select(['person.id', 'given_name', 'family_name', 'organization_id', 'shared_at', 'level_id', 'content', 'image_id'])
    .where('credential.id', '=', credentialId)
    .where('revoked_at', 'is', null)
    .where('response', '<>', 'declined')
    .executeTakeFirst()
  if (!row) return undefined
  const content = row.content as AchievementContent
  return {
    badgeId: credentialId,
    personId: row.id,
    personName: `${row.given_name} ${row.family_name}`.trim(),
    badgeName: nameAtLevel(content, row.level_id, ctx.locale),
    image: { imageId: row.image_id, alt: inLanguage(content.imageAlt, ctx.locale) },
    organizationId: row.organization_id,
    sharedAt: row.shared_at,
  }
}

async function findImported(ctx: Ctx, importedId: string): Promise<Found | undefined> {
  const row = await ctx.db
    .selectFrom('imported_badge')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person.id', 'given_name', 'family_name', 'summary'])
    .where('imported_badge.id', '=', importedId)
    .executeTakeFirst()
  if (!row) return undefined
  const badgeName = (row.summary as { name: string | null }).name ?? translate(ctx.locale)('imports:nameless')
  return { badgeId: importedId, personId: row.id, personName: `${row.given_name} ${row.family_name}`.trim(), badgeName, image: null, organizationId: null, sharedAt: null }
}
