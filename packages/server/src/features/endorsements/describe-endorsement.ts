import type { Ctx, Locale } from '#ctx'
import { type Endorsement, presentRow } from './list-endorsements.ts'
import { type KeptBadge, readBadge } from './read-badge.ts'

export type DescribedEndorsement = {
  endorsement: Endorsement
  badge: KeptBadge
  holder: { personId: string; givenName: string; locale: Locale; address: string | null }
  path: string
}

/** An endorsement for those who tell its holder of it. For the platform: whoever asks is not looked at here. */
export async function describeEndorsement(ctx: Ctx, endorsementId: string): Promise<DescribedEndorsement | undefined> {
  const row = await ctx.db.selectFrom('endorsement').selectAll().where('id', '=', endorsementId).executeTakeFirst()
  const holder =
    row &&
    (await ctx.db
      .selectFrom('person')
      .leftJoin('person_email', (join) => join.onRef('person_email.person_id', '=', 'person.id').on('is_primary', '=', true).on('verified_at', 'is not', null))
      .select(['person.id', 'given_name', 'locale', 'address'])
      .where('person.id', '=', row.holder_id)
      .where('closed_at', 'is', null)
      .executeTakeFirst())
  if (!holder) return undefined
  const locale = holder.locale as Locale
  const badge = await readBadge({ ...ctx, locale }, row.badge_id)
  if (badge?.holderId !== row.holder_id) return undefined
  return {
    endorsement: presentRow(ctx, row),
    badge,
    holder: { personId: holder.id, givenName: holder.given_name, locale, address: holder.address && String(holder.address) },
    path: badgePath(badge),
  }
}

/** Where its holder reads of a badge. */
export const badgePath = ({ kind, badgeId }: Pick<KeptBadge, 'kind' | 'badgeId'>): string => (kind === 'received' ? `/me/badges/${badgeId}` : `/me/imports/${badgeId}`)
