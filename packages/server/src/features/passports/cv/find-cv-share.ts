import type { Ctx } from '#ctx'
import { type ListedShare, listShares } from '../shares/list-shares.ts'

/** The address that shows this CV to whoever holds the paper: an open one, not that of half an hour for an interview. The one that lasts longest. */
export async function findCvShare(ctx: Ctx, cvId: string): Promise<(ListedShare & { address: string }) | undefined> {
  const open = (await listShares(ctx)).filter((share): share is ListedShare & { address: string } => share.cvId === cvId && share.purpose === 'link' && share.address !== null)
  return open.toSorted((one, other) => endOf(other) - endOf(one))[0]
}

const endOf = ({ expiresAt }: ListedShare) => expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
