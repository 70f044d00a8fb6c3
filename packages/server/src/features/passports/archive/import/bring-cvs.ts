import { type Ctx, transaction } from '#ctx'
import { CvInput } from '../../cv/cv.schema.ts'
import type { ArchiveData } from './archive-data.schema.ts'
import type { Bringing } from './import-archive.ts'
import { newIdOf } from './new-id.ts'

const MAX_CVS = 30

/** Each CV once, with the badges that are here; one that cannot be read is passed over. */
export async function bringCvs(ctx: Ctx, cvs: ArchiveData['cvs'], { personId, newIds }: Bringing): Promise<number> {
  let count = 0
  for (const cv of cvs) {
    const parsed = CvInput.safeParse({ ...cv, content: withNewSentences(cv.content, newIds), badgeIds: cv.badgeIds.flatMap((id) => newIds.get(id) ?? []) })
    if (!parsed.success) continue
    const id = newIdOf(personId, cv.id)
    const { title, locale, content, badgeIds } = parsed.data
    count += await transaction(ctx, async (ctx) => {
      const here = await ctx.db.selectFrom('cv').select('id').where('person_id', '=', personId).execute()
      if (here.length >= MAX_CVS || here.some((own) => own.id === id || own.id === cv.id)) return 0
      const now = ctx.now()
      const row = { id, person_id: personId, title, locale, content: JSON.stringify(content), badge_ids: badgeIds, created_at: now, changed_at: now }
      const { numInsertedOrUpdatedRows } = await ctx.db
        .insertInto('cv')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return Number(numInsertedOrUpdatedRows ?? 0)
    })
  }
  return count
}

/** Sentences of a CV stand beside its badges by their ids. */
function withNewSentences(content: unknown, newIds: ReadonlyMap<string, string>): unknown {
  const { sentences } = Object(content) as { sentences?: unknown }
  const moved = Object.entries(Object(sentences) as object).flatMap(([id, words]) => (newIds.has(id) ? [[newIds.get(id)!, words]] : []))
  return { ...Object(content), sentences: Object.fromEntries(moved) }
}
