import type { Ctx } from '#ctx'
import type { NameFile } from './name-files.ts'
import type { Packed } from './packed.ts'

export type PackedEndorsement = {
  badgeId: string
  file: string | null
  by: string
  function: string
  relation: string
  comment: string
  signedAt: Date
  shownAt: Date | null
  withdrawnAt: Date | null
  statusListId: string | null
}

/** What others said of the badges, with what they signed to the letter. How to reach them is theirs to say. */
export async function* packEndorsements(ctx: Ctx, personId: string, name: NameFile): AsyncGenerator<Packed, PackedEndorsement[]> {
  const rows = await ctx.db.selectFrom('endorsement').selectAll().where('holder_id', '=', personId).orderBy('signed_at').orderBy('id').execute()
  const packed: PackedEndorsement[] = []
  for (const row of rows) {
    const file = row.document === null ? null : name('endorsements', row.endorser_name, 'json')
    if (file) yield { path: file, bytes: Buffer.from(row.document!) }
    const { badge_id: badgeId, endorser_name: by, endorser_function, relation, comment, signed_at: signedAt, shown_at: shownAt, withdrawn_at: withdrawnAt } = row
    packed.push({ badgeId, file, by, function: endorser_function, relation, comment, signedAt, shownAt, withdrawnAt, statusListId: row.status_list_id })
  }
  return packed
}
