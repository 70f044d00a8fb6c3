import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { refuse } from './credentials.errors.ts'
import { ShareInput } from './credentials.schema.ts'
import { lockAsHolder } from './hold-credential.ts'
import { needsConsent } from './sharing.ts'

/** The holder opens the badge to whoever has its address, or closes it again. */
export async function shareCredential(ctx: Ctx, input: z.input<typeof ShareInput>): Promise<void> {
  const { credentialId, isShared } = ShareInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const { personId } = await lockAsHolder(ctx, credentialId)
    if (isShared && (await needsConsent(ctx, personId))) throw refuse('sharing_needs_consent')
    await ctx.db
      .updateTable('credential')
      .set({ shared_at: isShared ? ctx.now() : null })
      .where('id', '=', credentialId)
      .execute()
  })
}
