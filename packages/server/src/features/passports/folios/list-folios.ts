import { type Ctx, requirePerson } from '#ctx'
import { type CollectedBadge, findCollected } from '../collection/list-collection.ts'
import { type Block, badgeIdsIn } from './folio.schema.ts'
import { isShown } from './is-shown.ts'

export type ListedFolio = {
  folioId: string
  title: string
  introduction: string
  changedAt: Date
  /** The first badges that stand on it, as a face. */
  badges: CollectedBadge[]
  badgeCount: number
  /** At how many addresses it can be seen today. */
  openShares: number
}

const FACES = 4

/** The pages of a person, what they worked on last first. For themselves only. */
export async function listFolios(ctx: Ctx): Promise<ListedFolio[]> {
  const { personId } = requirePerson(ctx)
  const rows = await listRows(ctx, personId)
  const faces = rows.flatMap(({ blocks }) => badgeIdsIn(blocks as Block[]))
  const collection = await findCollected(ctx, personId, faces)
  const known = new Map(collection.filter(isShown).map((badge) => [badge.badgeId, badge]))
  return rows.map((row) => {
    const badges = badgeIdsIn(row.blocks as Block[]).flatMap((badgeId) => known.get(badgeId) ?? [])
    return {
      folioId: row.id,
      title: row.title,
      introduction: row.introduction,
      changedAt: row.changed_at,
      badges: badges.slice(0, FACES),
      badgeCount: badges.length,
      openShares: Number(row.open_shares),
    }
  })
}

const listRows = (ctx: Ctx, personId: string) =>
  ctx.db
    .selectFrom('folio')
    .select(['id', 'title', 'introduction', 'blocks', 'changed_at'])
    .select((eb) =>
      eb
        .selectFrom('share')
        .select((share) => share.fn.countAll().as('count'))
        .whereRef('share.folio_id', '=', 'folio.id')
        .where('revoked_at', 'is', null)
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', ctx.now())]))
        .as('open_shares'),
    )
    .where('person_id', '=', personId)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute()
