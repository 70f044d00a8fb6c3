import { z } from 'zod'
import { type Ctx, requirePerson } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { text } from '#kit/fields.schema.ts'
import { findCollected } from './list-collection.ts'

export const NoteInput = z.object({
  badgeId: z.guid(),
  sentence: text(500).optional(),
  tags: z.array(text(40).min(1, 'required')).max(20, 'too_many').optional(),
})

/** What a badge means to its holder, and the words under which they find it again. What is not given stays as it was. */
export async function writeNote(ctx: Ctx, input: z.input<typeof NoteInput>): Promise<void> {
  const { badgeId, ...note } = NoteInput.parse(input)
  const { personId } = requirePerson(ctx)
  if ((await findCollected(ctx, personId, [badgeId])).length === 0) throw refuse('not_found')
  const change = { ...note, ...(note.tags && { tags: [...new Set(note.tags)] }), written_at: ctx.now() }
  await ctx.db
    .insertInto('badge_note')
    .values({ person_id: personId, badge_id: badgeId, ...change })
    .onConflict((conflict) => conflict.columns(['person_id', 'badge_id']).doUpdateSet(change))
    .execute()
}
