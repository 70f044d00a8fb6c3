import { type Ctx, requirePerson } from '#ctx'
import { keyOf } from '../../collection/read-skills.ts'

export type Followable = { organizationId: string; name: string; type: string; issuerId: string | null; isFollowed: boolean }

/** The structures of the network, those that one follows first. */
export async function listFollowable(ctx: Ctx, { search = '' }: { search?: string } = {}): Promise<Followable[]> {
  const { personId } = requirePerson(ctx)
  const rows = await ctx.db
    .selectFrom('organization')
    .leftJoin('issuer', 'issuer.organization_id', 'organization.id')
    .leftJoin('follow', (join) => join.onRef('follow.organization_id', '=', 'organization.id').on('follow.person_id', '=', personId))
    .select(['organization.id', 'organization.name', 'organization.type', 'issuer.id as issuer_id', 'since'])
    // Who follows a structure that was archived can still take it off.
    .where((where) => where.or([where('archived_at', 'is', null), where('since', 'is not', null)]))
    .execute()
  const wanted = keyOf(search).split(/\s+/).filter(Boolean)
  const { compare } = new Intl.Collator(ctx.locale)
  return rows
    .filter(({ name }) => wanted.every((word) => keyOf(name).includes(word)))
    .map(({ id, name, type, issuer_id, since }) => ({ organizationId: id, name, type, issuerId: issuer_id, isFollowed: since !== null }))
    .toSorted((a, b) => Number(b.isFollowed) - Number(a.isFollowed) || compare(a.name, b.name))
}
