import type { Ctx } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import type { PresentedEndorsement } from '#web/components/endorsement-card.tsx'

/** What others said of a received badge and its holder shows with it, for whoever may see the badge. What was taken back is not shown. */
export async function listShownEndorsements(ctx: Ctx, credentialId: string, { isLinked }: { isLinked: boolean }): Promise<PresentedEndorsement[]> {
  const rows = await ctx.db
    .selectFrom('endorsement')
    .innerJoin('credential', (join) => join.onRef('credential.id', '=', 'badge_id').onRef('credential.person_id', '=', 'holder_id'))
    .select(['endorsement.id', 'endorsement.organization_id', 'endorser_name', 'endorser_function', 'relation', 'comment', 'signed_at'])
    .select((eb) => eb('endorsement.document', 'is not', null).as('is_signed'))
    .where('badge_id', '=', credentialId)
    .where('shown_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('signed_at', 'desc')
    .orderBy('endorsement.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.is_signed ? 'signed' : 'word',
    name: row.endorser_name,
    function: row.endorser_function,
    isStructure: row.organization_id !== null,
    relation: row.relation,
    comment: row.comment,
    signedOn: formatDay(row.signed_at, ctx.locale),
    isShown: true,
    withdrawnOn: null,
    withdrawalReason: '',
    path: row.is_signed && isLinked ? `/endorsements/${row.id}` : null,
  }))
}
