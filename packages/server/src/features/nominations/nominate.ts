import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { type AchievementVersion, findGivenVersion, findLevel } from '#features/achievements/index.ts'
import { spend } from '#kit/rate-limit.ts'
import { attachUploads } from './attachments/attach-uploads.ts'
import { demandMember } from './demand-member.ts'
import { findNominee } from './find-nominees.ts'
import { holdsAll, listHeldBy } from './find-standing.ts'
import { nominateLimit } from './limits.ts'
import { recordDecision } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'
import { nominationShown, voiceWaiting } from './nominations.facts.ts'
import { NominateInput } from './nominations.schema.ts'
import { nomineeKey } from './nominee-key.ts'

type Parsed = z.output<typeof NominateInput>
export type Nominated = { nominationId: string; voiceId: string; isWaiting: boolean }

/**
 * One voice for a person and a badge. Several voices are one dossier, whoever comes first, even at the same instant.
 * What a pupil writes is read by an adult before the nominee sees it. A voice for oneself is an application: it is accepted by itself.
 */
export async function nominate(ctx: Ctx, input: NominateInput): Promise<Nominated> {
  const parsed = NominateInput.parse(input)
  const author = await demandMember(ctx, parsed.organizationId)
  await spend(ctx.db, ctx.now(), nominateLimit(author.personId))
  return transaction(ctx, async (ctx) => {
    const version = await demandGiven(ctx, parsed)
    const nominee = 'personId' in parsed ? parsed.personId.toLowerCase() : null
    if (nominee && !(await findNominee(ctx, { organizationId: parsed.organizationId, personId: nominee }))) throw refuse('nominee_unknown')
    const key = nomineeKey(parsed)
    if (nominee) await demandNotHeld(ctx, parsed, version, key)
    const { nominationId, response } = await openNomination(ctx, parsed, nominee, key)
    const isSelf = nominee === author.personId
    const isWaiting = author.isPupil && !isSelf
    const voiceId = await addVoice(ctx, { nominationId, authorId: author.personId, isWaiting, ...parsed })
    await attachUploads(ctx, parsed.uploads, { voiceId })
    if (isSelf && response === 'pending') await acceptOwn(ctx, nominationId)
    if (!isWaiting && !isSelf) await ctx.jobs.announce(nominationShown, { nominationId })
    if (isWaiting) await ctx.jobs.announce(voiceWaiting, { voiceId })
    return { nominationId, voiceId, isWaiting }
  })
}

type Badge = { organizationId: string; achievementId: string; levelId?: string | undefined }

async function demandGiven(ctx: Ctx, { organizationId, achievementId, levelId }: Badge): Promise<AchievementVersion> {
  const version = await findGivenVersion(ctx, { organizationId, achievementId })
  if (!version) throw refuse('badge_unknown')
  if (levelId !== undefined && !findLevel(version.content, levelId)) throw refuse('level_unknown')
  return version
}

/** Who holds a level may be proposed for the next; who holds the highest, or the one that is named, may not. */
async function demandNotHeld(ctx: Ctx, { organizationId, achievementId, levelId }: Badge, { content }: AchievementVersion, key: string): Promise<void> {
  const held = (await listHeldBy(ctx, organizationId, key)).get(achievementId) ?? []
  if (holdsAll(content, held) || (levelId !== undefined && held.includes(levelId))) throw refuse('already_held')
}

/** The open dossier of this person and badge, made or found, and locked: the index of open dossiers lets only one exist. */
async function openNomination(ctx: Ctx, input: Parsed, personId: string | null, key: string): Promise<{ nominationId: string; response: string }> {
  const now = ctx.now()
  const row = await ctx.db
    .insertInto('nomination')
    .values({
      id: ctx.newId(),
      organization_id: input.organizationId,
      achievement_id: input.achievementId,
      person_id: personId,
      nominee_name: 'name' in input ? input.name : '',
      nominee_function: 'name' in input ? input.function : '',
      nominee_key: key,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'achievement_id', 'nominee_key']).where('closed_at', 'is', null).doUpdateSet({ updated_at: now }))
    .returning(['id', 'response'])
    .executeTakeFirstOrThrow()
  return { nominationId: row.id, response: row.response }
}

type NewVoice = { nominationId: string; authorId: string; isWaiting: boolean } & Pick<Parsed, 'deed' | 'occasion' | 'levelId' | 'wishesName'>

async function addVoice(ctx: Ctx, { nominationId, authorId, deed, occasion, levelId, wishesName, isWaiting }: NewVoice): Promise<string> {
  const voice = await ctx.db
    .insertInto('nomination_voice')
    .values({
      id: ctx.newId(),
      nomination_id: nominationId,
      author_id: authorId,
      deed,
      occasion,
      level_id: levelId ?? null,
      wishes_name: wishesName,
      state: isWaiting ? 'waiting' : 'admitted',
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.columns(['nomination_id', 'author_id']).where('state', 'in', ['waiting', 'admitted']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!voice) throw refuse('already_voiced')
  return voice.id
}

async function acceptOwn(ctx: Ctx, nominationId: string): Promise<void> {
  await ctx.db.updateTable('nomination').set({ response: 'accepted', responded_at: ctx.now() }).where('id', '=', nominationId).execute()
  await recordDecision(ctx, { nominationId, decision: 'accepted' })
}
