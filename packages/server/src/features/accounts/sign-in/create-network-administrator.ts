import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { type CreatePersonInput, createPerson } from '../create-person.ts'

/** Somebody who looks after the network. Only the platform itself, or another one, may make one. */
export function createNetworkAdministrator(ctx: Ctx, input: CreatePersonInput): Promise<{ personId: string }> {
  if (ctx.actor.kind !== 'system' && !(ctx.actor.kind === 'person' && ctx.actor.isNetworkAdmin)) throw refuse('not_allowed')
  return transaction(ctx, async (ctx) => {
    const { personId } = await createPerson(ctx, input)
    await ctx.db.updateTable('person').set({ is_network_admin: true }).where('id', '=', personId).execute()
    return { personId }
  })
}
