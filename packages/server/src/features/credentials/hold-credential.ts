import { type Ctx, requirePerson } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from './credentials.errors.ts'

/** The credential in the hands of its holder, locked; anybody else is refused. */
export async function lockAsHolder(ctx: Ctx, credentialId: string): Promise<{ personId: string }> {
  const { personId } = requirePerson(ctx)
  const row = await ctx.db.selectFrom('credential').select(['person_id', 'revoked_at']).where('id', '=', credentialId).forUpdate().executeTakeFirst()
  if (!row) throw refuseKit('not_found')
  if (row.person_id !== personId) throw refuseKit('not_allowed')
  if (row.revoked_at) throw refuse('credential_revoked')
  return { personId }
}
