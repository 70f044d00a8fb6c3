import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { attachUploads } from './attachments/attach-uploads.ts'
import { lockOwnNomination } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'
import { FactInput } from './nominations.schema.ts'

const MAX_FACTS = 20

/** The nominee tells what the voices do not know: a fact, with an address where it can be seen, and photos of it. */
export async function addFact(ctx: Ctx, input: z.input<typeof FactInput>): Promise<void> {
  const { nominationId, text, url, uploads } = FactInput.parse(input)
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    await lockOwnNomination(ctx, nominationId, personId)
    const facts = await ctx.db.selectFrom('nomination_fact').select('id').where('nomination_id', '=', nominationId).execute()
    if (facts.length >= MAX_FACTS) throw refuse('too_many_facts')
    const factId = ctx.newId()
    await ctx.db
      .insertInto('nomination_fact')
      .values({ id: factId, nomination_id: nominationId, text, url: url ?? null, created_at: ctx.now() })
      .execute()
    await attachUploads(ctx, uploads, { factId })
    await ctx.db.updateTable('nomination').set({ updated_at: ctx.now() }).where('id', '=', nominationId).execute()
  })
}
