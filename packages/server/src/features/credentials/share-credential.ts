import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse } from './credentials.errors.ts'
import { ShareInput } from './credentials.schema.ts'
import { lockAsHolder } from './hold-credential.ts'
import { lockSharing, needsConsent } from './sharing.ts'

/** The holder opens the badge to whoever has its address, or closes it again. */
export async function shareCredential(ctx: Ctx, input: z.input<typeof ShareInput>): Promise<void> {
  const { credentialId, isShared } = ShareInput.parse(input)
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    await lockSharing(ctx, personId)
    await lockAsHolder(ctx, credentialId)
    if (isShared && (await needsConsent(ctx, personId))) throw refuse('sharing_needs_consent')
    await ctx.db
      .updateTable('credential')
      .set({ shared_at: isShared ? ctx.now() : null })
      .where('id', '=', credentialId)
      .execute()
  })
}
