import type { Ctx } from '#ctx'

/** `kind`: the sentence `delivery:notices.<kind>`, which may name the `words`. `key`: one notice for what happened once. */
export type Told = { personIds: readonly string[]; kind: string; words?: Record<string, string | { fr: string; en?: string | undefined }>; path: string; key: string }

/** Tells people in the platform. Asked again with the same key, it does nothing. */
export async function tell(ctx: Ctx, { personIds, kind, words = {}, path, key }: Told): Promise<void> {
  if (personIds.length === 0) return
  await ctx.db
    .insertInto('notice')
    .values(
      [...new Set(personIds)].map((personId) => ({
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
