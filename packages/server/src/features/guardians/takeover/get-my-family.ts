import { type Ctx, requirePerson } from '#ctx'
import { type HeldCredential, isProtected, listHeld } from '#features/credentials/index.ts'
import { listWords, type Standing, standingsOf, type Word } from '../consent/list-words.ts'
import type { Relation, Scope } from '../guardians.schema.ts'

export type MyFamily = {
  isProtected: boolean
  guardians: { guardianshipId: string; name: string; relation: Relation; declaredAt: Date; isShown: boolean }[]
  words: Word[]
  standing: Record<Scope, Standing>
  /** Fifteen years old, and not told yet that they decide alone. */
  takesOver: boolean
  /** Open before that day: private until they say it again. */
  sharedBefore: HeldCredential[]
}

/** The pupil's own side: who decides with them, what they said, and from fifteen on that nobody else does. */
export async function getMyFamily(ctx: Ctx): Promise<MyFamily> {
  const { personId } = requirePerson(ctx)
  const guardians = await ctx.db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'guardianship.guardian_id')
    .select(['guardianship.id', 'given_name', 'family_name', 'relation', 'declared_at', 'shown_at'])
    .where('child_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('declared_at')
    .execute()
  const words = await listWords(ctx, [personId])
  const hadFamily = guardians.length > 0 || words.length > 0
  const isMinor = await isProtected(ctx, personId)
  const sharedBefore = (await listHeld(ctx, personId)).filter(({ isSharedBefore15 }) => isSharedBefore15)
  const taken = await ctx.db.selectFrom('takeover').select('taken_at').where('child_id', '=', personId).executeTakeFirst()
  return {
    isProtected: isMinor,
    guardians: guardians.map((row) => ({
      guardianshipId: row.id,
      name: `${row.given_name} ${row.family_name}`.trim(),
      relation: row.relation as Relation,
      declaredAt: row.declared_at,
      isShown: row.shown_at !== null,
    })),
    words,
    standing: standingsOf(words),
    takesOver: !isMinor && !taken && (hadFamily || sharedBefore.length > 0),
    sharedBefore,
  }
}
