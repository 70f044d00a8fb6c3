import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { findCollected } from '../collection/list-collection.ts'
import { refuse } from './cv.errors.ts'
import { type CvContent, CvInput } from './cv.schema.ts'

type Saving = CvInput & {
  cvId: string
  /** When the form was filled; another time in the row means that another window saved since. Without it, what is there gives way. */
  readAt?: Date | undefined
}

/** The whole CV at once. Badges that are no longer its person's are left out. */
export async function saveCv(ctx: Ctx, { cvId, readAt, ...input }: Saving): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(cvId)) throw refuseKit('not_found')
  const { title, locale, content, badgeIds } = CvInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const row = await ctx.db.selectFrom('cv').select('changed_at').where('id', '=', cvId).where('person_id', '=', personId).forUpdate().executeTakeFirst()
    if (!row) throw refuseKit('not_found')
    if (readAt && readAt.getTime() !== row.changed_at.getTime()) throw refuse('cv_changed_meanwhile')
    const theirs = new Set((await findCollected(ctx, personId, badgeIds)).map(({ badgeId }) => badgeId))
    const kept = [...new Set(badgeIds)].filter((badgeId) => theirs.has(badgeId))
    const sentences = Object.fromEntries(kept.flatMap((badgeId) => (content.sentences[badgeId] ? [[badgeId, content.sentences[badgeId]]] : [])))
    await ctx.db
      .updateTable('cv')
      .set({ title, locale, content: JSON.stringify({ ...withoutBlanks(content), sentences }), badge_ids: kept, changed_at: ctx.now() })
      .where('id', '=', cvId)
      .execute()
  })
}

/** Rows that were added and never filled. A kind or a level alone says nothing. */
const withoutBlanks = ({ experiences, educations, languages, links, ...content }: CvContent): CvContent => ({
  ...content,
  experiences: experiences.filter(({ kind: _, ...entry }) => isFilled(entry)),
  educations: educations.filter(isFilled),
  languages: languages.filter(({ name }) => name !== ''),
  links: links.filter(({ url }) => url !== ''),
  ownSkills: [...new Set(content.ownSkills)],
})
const isFilled = (entry: Record<string, string>) => Object.values(entry).some((value) => value !== '')

/** With the addresses that showed it. */
export async function deleteCv(ctx: Ctx, cvId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(cvId)) throw refuseKit('not_found')
  const { numDeletedRows } = await ctx.db.deleteFrom('cv').where('id', '=', cvId).where('person_id', '=', personId).executeTakeFirst()
  if (numDeletedRows === 0n) throw refuseKit('not_found')
}
