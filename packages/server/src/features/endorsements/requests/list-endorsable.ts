import { type Ctx, requirePerson } from '#ctx'
import { type BadgeFace, readFaces } from '../read-faces.ts'

/** The badges of whoever asks that somebody may support, the newest first. */
export async function listEndorsable(ctx: Ctx): Promise<BadgeFace[]> {
  const { personId } = requirePerson(ctx)
  const [received, imported] = await Promise.all([
    ctx.db
      .selectFrom('credential')
      .select(['id', 'issued_at as at'])
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .where('response', '<>', 'declined')
      .orderBy('issued_at', 'desc')
      .limit(300)
      .execute(),
    ctx.db.selectFrom('imported_badge').select(['id', 'imported_at as at']).where('person_id', '=', personId).orderBy('imported_at', 'desc').limit(300).execute(),
  ])
  const ids = [...received, ...imported].toSorted((one, other) => other.at.getTime() - one.at.getTime()).map(({ id }) => id)
  const faces = await readFaces(ctx, ids)
  return ids.flatMap((id) => faces.get(id) ?? []).filter(({ isEndorsable }) => isEndorsable)
}
