import { type Ctx, transaction } from '#ctx'
import { EmailAddress } from '../accounts.schema.ts'
import { markVerified } from './email-rows.ts'

/** A secret that was sent only to this address came back: it is this person's. Whoever calls has seen the secret. */
export async function acknowledgeEmail(ctx: Ctx, { personId, address }: { personId: string; address: string }): Promise<void> {
  await transaction(ctx, (ctx) => markVerified(ctx, personId, EmailAddress.parse(address)))
}
