import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import type { Phrase } from '../circle.schema.ts'

export type Congratulation = { congratulationId: string; fromName: string; phrase: Phrase | null; words: string; at: Date }

/** What was said of a badge, to whoever holds it and nobody else. */
export async function listCongratulations(ctx: Ctx, badgeId: string): Promise<Congratulation[]> {
  const { personId } = requirePerson(ctx)
  const rows = await ctx.db
    .selectFrom('congratulation')
    .innerJoin('person', 'person.id', 'from_person_id')
    .select(['congratulation.id', 'phrase', 'words', 'congratulation.created_at', 'given_name', 'family_name'])
    .where('to_person_id', '=', personId)
    .where('badge_id', '=', badgeId)
    .where('removed_at', 'is', null)
    .orderBy('congratulation.created_at', 'desc')
    .execute()
  return rows.map(({ id, phrase, words, created_at, given_name, family_name }) => ({
    congratulationId: id,
    fromName: `${given_name} ${family_name}`.trim(),
    phrase: phrase as Phrase | null,
    words,
    at: created_at,
  }))
}

/** Takes a word off one’s badge: it is gone for good. */
export async function removeCongratulation(ctx: Ctx, congratulationId: string): Promise<void> {
  const row = await findToMe(ctx, congratulationId)
  await wipe(ctx, row.to_person_id).where('id', '=', congratulationId).execute()
}

/** Nothing more of this person, and nothing of what they said. They are not told. */
export async function blockSender(ctx: Ctx, congratulationId: string): Promise<void> {
  const { to_person_id, from_person_id } = await findToMe(ctx, congratulationId)
  await transaction(ctx, async (ctx) => {
    await ctx.db
      .insertInto('congratulation_block')
      .values({ person_id: to_person_id, blocked_id: from_person_id, since: ctx.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await wipe(ctx, to_person_id).where('from_person_id', '=', from_person_id).execute()
  })
}

export async function unblockSender(ctx: Ctx, blockedId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(blockedId)) throw refuse('not_found')
  await ctx.db.deleteFrom('congratulation_block').where('person_id', '=', personId).where('blocked_id', '=', blockedId).execute()
}

/** Whether anybody may congratulate them here. What was said before stays. */
export async function acceptCongratulations(ctx: Ctx, { accepts }: { accepts: boolean }): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (accepts) await ctx.db.deleteFrom('congratulation_refusal').where('person_id', '=', personId).execute()
  else
    await ctx.db
      .insertInto('congratulation_refusal')
      .values({ person_id: personId, since: ctx.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

export async function readCongratulationChoices(ctx: Ctx): Promise<{ accepts: boolean; blocked: { personId: string; name: string }[] }> {
  const { personId } = requirePerson(ctx)
  const refusal = await ctx.db.selectFrom('congratulation_refusal').select('since').where('person_id', '=', personId).executeTakeFirst()
  const blocked = await ctx.db
    .selectFrom('congratulation_block')
    .innerJoin('person', 'person.id', 'blocked_id')
    .select(['person.id', 'given_name', 'family_name'])
    .where('person_id', '=', personId)
    .orderBy('family_name')
    .orderBy('given_name')
    .execute()
  return { accepts: refusal === undefined, blocked: blocked.map(({ id, given_name, family_name }) => ({ personId: id, name: `${given_name} ${family_name}`.trim() })) }
}

async function findToMe(ctx: Ctx, congratulationId: string): Promise<{ to_person_id: string; from_person_id: string }> {
  const { personId } = requirePerson(ctx)
  const row = isUuid(congratulationId)
    ? await ctx.db
        .selectFrom('congratulation')
        .select(['to_person_id', 'from_person_id'])
        .where('id', '=', congratulationId)
        .where('to_person_id', '=', personId)
        .executeTakeFirst()
    : undefined
  if (!row) throw refuse('not_found')
  return row
}

const wipe = (ctx: Ctx, toPersonId: string) =>
  ctx.db.updateTable('congratulation').set({ phrase: null, words: '', removed_at: ctx.now() }).where('to_person_id', '=', toPersonId).where('removed_at', 'is', null)
