import { didWebToUrl } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { getStatusList, statusListUrl } from '#features/credentials/index.ts'
import { buildIssuerDidDocument, issuerDid } from '#features/issuers/index.ts'
import type { CollectedBadge } from '../../collection/list-collection.ts'
import type { PackedEndorsement } from './pack-endorsements.ts'
import type { Packed } from './packed.ts'

/**
 * The keys of the issuers and the lists of what was revoked, as they stand today: with them a badge verifies without a network. They lie where
 * `boat verify --web verification` finds them too, once the archive is unpacked.
 */
export async function* packDocuments(
  ctx: Ctx,
  { badges, endorsements }: { badges: readonly CollectedBadge[]; endorsements: readonly PackedEndorsement[] },
): AsyncGenerator<Packed> {
  const ids = badges.filter(({ kind }) => kind === 'received').map(({ badgeId }) => badgeId)
  const rows = ids.length === 0 ? [] : await ctx.db.selectFrom('credential').select(['issuer_id', 'status_list_id']).where('id', 'in', ids).execute()
  const lists = unique([...rows.map(({ status_list_id }) => status_list_id), ...endorsements.flatMap(({ statusListId }) => statusListId ?? [])])
  const ofLists = lists.length === 0 ? [] : await ctx.db.selectFrom('status_list').select('issuer_id').where('id', 'in', lists).execute()
  for (const issuerId of unique([...rows, ...ofLists].map(({ issuer_id }) => issuer_id))) {
    const url = didWebToUrl(issuerDid(ctx.config, issuerId))
    yield { path: placeOf(url), bytes: Buffer.from(JSON.stringify(await buildIssuerDidDocument(ctx, issuerId))), url }
  }
  for (const listId of lists) {
    const url = statusListUrl(ctx, listId)
    yield { path: placeOf(url), bytes: Buffer.from((await getStatusList(ctx, listId)).document), url }
  }
}

const unique = (ids: string[]) => [...new Set(ids)].toSorted()

function placeOf(address: string): string {
  const { host, pathname } = new URL(address)
  return `verification/${host.replaceAll(':', '%3A')}${pathname}`
}
