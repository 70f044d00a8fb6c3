import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { DB } from '#db/schema.ts'

export type Endorsement = {
  endorsementId: string
  badgeId: string
  /** `word`: left without signing. */
  kind: 'signed' | 'word'
  /** A structure, or a person and what they do. */
  endorserName: string
  endorserFunction: string
  isStructure: boolean
  /** How they know, and what they say. */
  relation: string
  comment: string
  signedAt: Date
  /** Null: its holder keeps it private. */
  shownAt: Date | null
  withdrawnAt: Date | null
  withdrawalReason: string
  /** Where the signed document is; a word has none. */
  address: string | null
  /** The signed document, to the letter. */
  document: string | null
}

/**
 * The endorsements of these badges, received or imported, the newest first. `onlyShown`: what their holder chose to show and nobody took back, for
 * whoever may see the badge, which the caller has made sure of. Else all of them, for the holder or the platform.
 */
export async function listEndorsements(ctx: Ctx, badgeIds: readonly string[], { onlyShown }: { onlyShown: boolean }): Promise<Endorsement[]> {
  const { actor } = ctx
  if (badgeIds.length === 0 || (!onlyShown && actor.kind === 'anonymous')) return []
  const rows = await ctx.db
    .selectFrom('endorsement')
    .selectAll()
    .where('badge_id', 'in', [...badgeIds])
    .where(holderStillHas)
    .$if(onlyShown, (query) => query.where('shown_at', 'is not', null).where('withdrawn_at', 'is', null))
    .$if(!onlyShown && actor.kind === 'person', (query) => query.where('holder_id', '=', actor.kind === 'person' ? actor.personId : ''))
    .orderBy('signed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => presentRow(ctx, row))
}

export const presentRow = (ctx: Ctx, row: Selectable<DB['endorsement']>): Endorsement => ({
  endorsementId: row.id,
  badgeId: row.badge_id,
  kind: row.document === null ? 'word' : 'signed',
  endorserName: row.endorser_name,
  endorserFunction: row.endorser_function,
  isStructure: row.organization_id !== null,
  relation: row.relation,
  comment: row.comment,
  signedAt: row.signed_at,
  shownAt: row.shown_at,
  withdrawnAt: row.withdrawn_at,
  withdrawalReason: row.withdrawal_reason,
  address: row.document === null ? null : endorsementUrl(ctx, row.id),
  document: row.document,
})

export const endorsementUrl = (ctx: Ctx, endorsementId: string): string => `${ctx.config.url}/endorsements/${endorsementId}`

/** What was said of a badge of one person is never shown beside another's. */
const holderStillHas = sql<boolean>`(exists (select from credential where credential.id = badge_id and credential.person_id = holder_id)
  or exists (select from imported_badge where imported_badge.id = badge_id and imported_badge.person_id = holder_id))`
