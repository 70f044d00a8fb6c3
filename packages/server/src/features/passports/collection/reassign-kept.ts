import { sql } from 'kysely'
import type { Ctx } from '#ctx'

type Merge = { duplicateId: string; personId: string }

/** Badges from elsewhere, words beside badges, pages, CVs and addresses of a second entry. Where both have the same, the person's own stands. */
export async function reassignKept(ctx: Ctx, merge: Merge): Promise<void> {
  const { duplicateId, personId } = merge
  for (const { twice, own } of await listTwice(ctx, merge)) await pointAt(ctx, { duplicateId, from: twice, to: own })
  await ctx.db.updateTable('imported_badge').set({ person_id: personId }).where('person_id', '=', duplicateId).execute()
  await moveNotes(ctx, merge)
  for (const table of ['folio', 'cv', 'share'] as const) await ctx.db.updateTable(table).set({ person_id: personId }).where('person_id', '=', duplicateId).execute()
}

/** The same bytes, or the same badge in another form, on both sides. */
async function listTwice(ctx: Ctx, { duplicateId, personId }: Merge): Promise<{ twice: string; own: string }[]> {
  return ctx.db
    .selectFrom('imported_badge as twice')
    .innerJoin('imported_badge as own', (join) =>
      join.on((on) =>
        on.or([
          on('own.digest', '=', on.ref('twice.digest')),
          on.and([on('own.issuer_id', '=', on.ref('twice.issuer_id')), on('own.credential_id', '=', on.ref('twice.credential_id'))]),
        ]),
      ),
    )
    .select(['twice.id as twice', 'own.id as own'])
    .where('twice.person_id', '=', duplicateId)
    .where('own.person_id', '=', personId)
    .execute()
}

/** What was written beside the second copy, and what shows it, is about the first. */
async function pointAt(ctx: Ctx, { duplicateId, from, to }: { duplicateId: string; from: string; to: string }): Promise<void> {
  const badge_ids = sql<string[]>`array_replace(badge_ids, ${from}::uuid, ${to}::uuid)`
  const within = (column: string) => sql<string>`replace(${sql.ref(column)}::text, ${from}, ${to})::jsonb`
  await ctx.db.updateTable('badge_note').set({ badge_id: to }).where('person_id', '=', duplicateId).where('badge_id', '=', from).execute()
  await ctx.db
    .updateTable('cv')
    .set({ badge_ids, content: within('content') })
    .where('person_id', '=', duplicateId)
    .execute()
  await ctx.db.updateTable('share').set({ badge_ids }).where('person_id', '=', duplicateId).execute()
  await ctx.db
    .updateTable('folio')
    .set({ blocks: within('blocks') })
    .where('person_id', '=', duplicateId)
    .execute()
  await ctx.db.deleteFrom('imported_badge').where('id', '=', from).execute()
}

async function moveNotes(ctx: Ctx, { duplicateId, personId }: Merge): Promise<void> {
  const notes = await ctx.db.selectFrom('badge_note').select(['badge_id', 'sentence', 'tags', 'written_at']).where('person_id', '=', duplicateId).execute()
  for (const note of notes)
    await ctx.db
      .insertInto('badge_note')
      .values({ person_id: personId, ...note })
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'badge_id']).doUpdateSet({
          sentence: sql`coalesce(nullif(badge_note.sentence, ''), excluded.sentence)`,
          tags: sql`case when badge_note.tags = '{}' then excluded.tags else badge_note.tags end`,
        }),
      )
      .execute()
  await ctx.db.deleteFrom('badge_note').where('person_id', '=', duplicateId).execute()
}
