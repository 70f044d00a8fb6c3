import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { spend } from '#kit/rate-limit.ts'
import { demandMember } from './demand-member.ts'
import { findNominee } from './find-nominees.ts'
import { listHeldBy } from './find-standing.ts'
import { nominateLimit } from './limits.ts'
import { recordDecision } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'
import { nominationShown, voiceWaiting } from './nominations.facts.ts'
import { NominateInput } from './nominations.schema.ts'
import { nomineeKey } from './nominee-key.ts'

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
    await demandGiven(ctx, parsed)
    const nominee = 'personId' in parsed ? parsed.personId.toLowerCase() : null
    if (nominee && !(await findNominee(ctx, { organizationId: parsed.organizationId, personId: nominee }))) throw refuse('nominee_unknown')
    const key = nomineeKey(parsed)
    if (nominee && (await listHeldBy(ctx, parsed.organizationId, key)).includes(parsed.achievementId)) throw refuse('already_held')
    const { nominationId, response } = await openNomination(ctx, parsed, nominee, key)
    const isSelf = nominee === author.personId
    const isWaiting = author.isPupil && !isSelf
    const voiceId = await addVoice(ctx, { nominationId, authorId: author.personId, deed: parsed.deed, occasion: parsed.occasion, isWaiting })
    if (isSelf && response === 'pending') await acceptOwn(ctx, nominationId)
    if (!isWaiting && !isSelf) await ctx.jobs.announce(nominationShown, { nominationId })
    if (isWaiting) await ctx.jobs.announce(voiceWaiting, { voiceId })
    return { nominationId, voiceId, isWaiting }
  })
}

async function demandGiven(ctx: Ctx, { organizationId, achievementId }: { organizationId: string; achievementId: string }): Promise<void> {
  const given = await ctx.db
    .selectFrom('achievement')
    .select('id')
    .where('id', '=', achievementId)
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .where(sql<boolean>`exists (select from achievement_version where achievement_id = achievement.id)`)
    .executeTakeFirst()
  if (!given) throw refuse('badge_unknown')
}

/** The open dossier of this person and badge, made or found, and locked: the index of open dossiers lets only one exist. */
async function openNomination(ctx: Ctx, input: NominateInput, personId: string | null, key: string): Promise<{ nominationId: string; response: string }> {
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
    .onConflict((conflict) => conflict.columns(['achievement_id', 'nominee_key']).where('closed_at', 'is', null).doUpdateSet({ updated_at: now }))
    .returning(['id', 'response'])
    .executeTakeFirstOrThrow()
  return { nominationId: row.id, response: row.response }
}

type NewVoice = { nominationId: string; authorId: string; deed: string; occasion: string; isWaiting: boolean }

async function addVoice(ctx: Ctx, { nominationId, authorId, deed, occasion, isWaiting }: NewVoice): Promise<string> {
  const voice = await ctx.db
    .insertInto('nomination_voice')
    .values({ id: ctx.newId(), nomination_id: nominationId, author_id: authorId, deed, occasion, state: isWaiting ? 'waiting' : 'admitted', created_at: ctx.now() })
    .onConflict((conflict) => conflict.columns(['nomination_id', 'author_id']).where('state', '<>', 'withdrawn').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!voice) throw refuse('already_voiced')
  return voice.id
}

async function acceptOwn(ctx: Ctx, nominationId: string): Promise<void> {
  await ctx.db.updateTable('nomination').set({ response: 'accepted', responded_at: ctx.now() }).where('id', '=', nominationId).execute()
  await recordDecision(ctx, { nominationId, decision: 'accepted' })
}
