import { type Ctx, requirePerson } from '#ctx'
import { isUuid } from '#kit/uuid.ts'

/** The words of a voice that one gave, to write it better. Somebody else's is none. */
export async function findOwnVoice(ctx: Ctx, voiceId: string): Promise<{ deed: string; occasion: string } | undefined> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(voiceId)) return undefined
  return ctx.db.selectFrom('nomination_voice').select(['deed', 'occasion']).where('id', '=', voiceId).where('author_id', '=', personId).executeTakeFirst()
}
