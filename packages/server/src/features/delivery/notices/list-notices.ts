import { type Ctx, requirePerson } from '#ctx'

type Words = Record<string, string | { fr: string; en?: string }>
export type Notice = { noticeId: string; kind: string; words: Record<string, string>; path: string; createdAt: Date; isNew: boolean }

const SHOWN = 100

/** What a person was told, the latest first, in their language. */
export async function listNotices(ctx: Ctx): Promise<Notice[]> {
  const { personId } = requirePerson(ctx)
  const rows = await ctx.db.selectFrom('notice').selectAll().where('person_id', '=', personId).orderBy('created_at', 'desc').orderBy('id').limit(SHOWN).execute()
  return rows.map(({ id, kind, words, path, created_at, seen_at }) => ({
    noticeId: id,
    kind,
    words: Object.fromEntries(Object.entries(words as Words).map(([name, word]) => [name, typeof word === 'string' ? word : (ctx.locale === 'en' && word.en) || word.fr])),
    path,
    createdAt: created_at,
    isNew: seen_at === null,
  }))
}

/** How many a person has not seen yet; nobody else has any. */
export async function countNewNotices(ctx: Ctx): Promise<number> {
  if (ctx.actor.kind !== 'person') return 0
  const { count } = await ctx.db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', ctx.actor.personId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What was shown is no longer new. */
export async function markSeen(ctx: Ctx, noticeIds: readonly string[]): Promise<void> {
  if (noticeIds.length === 0) return
  const { personId } = requirePerson(ctx)
  await ctx.db.updateTable('notice').set({ seen_at: ctx.now() }).where('person_id', '=', personId).where('id', 'in', noticeIds).where('seen_at', 'is', null).execute()
}

/** Half a year after it was seen a notice has had its day; what it spoke of stays where it is. */
export async function forgetNotices(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom('notice')
    .where('seen_at', '<', new Date(ctx.now().getTime() - 180 * 86_400_000))
    .execute()
}
