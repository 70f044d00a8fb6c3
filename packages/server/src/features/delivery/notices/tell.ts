import { sql } from 'kysely'
import type { Ctx } from '#ctx'

/**
 * `kind`: the sentence `delivery:notices.<kind>`, which may name the `words`. `key`: one notice for what happened once.
 * `untilSeen`: who has not seen the same sentence yet is not told again; thirty pupils of a class are one piece of news.
 */
export type Told = {
  personIds: readonly string[]
  kind: string
  words?: Record<string, string | { fr: string; en?: string | undefined }>
  path: string
  key: string
  untilSeen?: true
}

/** Tells people in the platform. Asked again with the same key, it does nothing. */
export async function tell(ctx: Ctx, { personIds, kind, words = {}, path, key, untilSeen }: Told): Promise<void> {
  const told = untilSeen ? await without(ctx, { personIds, kind, words, path }) : [...new Set(personIds)]
  if (told.length === 0) return
  await ctx.db
    .insertInto('notice')
    .values(
      told.map((personId) => ({
        id: ctx.newId(),
        person_id: personId,
        kind,
        words: JSON.stringify(words),
        path,
        deduplication_key: key,
        created_at: ctx.now(),
      })),
    )
    .onConflict((conflict) => conflict.columns(['person_id', 'deduplication_key']).doNothing())
    .execute()
}

/** Those who do not have that sentence before them already. */
async function without(ctx: Ctx, { personIds, kind, words, path }: Pick<Told, 'personIds' | 'kind' | 'words' | 'path'>): Promise<string[]> {
  if (personIds.length === 0) return []
  const waiting = await ctx.db
    .selectFrom('notice')
    .select('person_id')
    .where('person_id', 'in', [...personIds])
    .where('kind', '=', kind)
    .where('path', '=', path)
    .where(sql<boolean>`words = ${JSON.stringify(words)}::jsonb`)
    .where('seen_at', 'is', null)
    .execute()
  const all = new Set(personIds)
  for (const { person_id } of waiting) all.delete(person_id)
  return [...all]
}
