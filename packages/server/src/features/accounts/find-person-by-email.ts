import type { Ctx } from '#ctx'
import { findOwner } from './emails/email-rows.ts'

/** Who has verified this address. An address that somebody only claims finds nobody. */
export async function findPersonByEmail(ctx: Ctx, address: string): Promise<{ personId: string } | undefined> {
  const owner = await findOwner(ctx, address.trim())
  return owner && { personId: owner.personId }
}
