import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { RespondInput } from './credentials.schema.ts'
import { lockAsHolder } from './hold-credential.ts'

/** The holder accepts or declines. Who declines shows nothing any more; the mind may be changed. */
export async function respondToCredential(ctx: Ctx, input: z.input<typeof RespondInput>): Promise<void> {
  const { credentialId, response } = RespondInput.parse(input)
  await transaction(ctx, async (ctx) => {
    await lockAsHolder(ctx, credentialId)
    await ctx.db
      .updateTable('credential')
      .set({ response, responded_at: ctx.now(), ...(response === 'declined' && { shared_at: null }) })
      .where('id', '=', credentialId)
      .execute()
  })
}
