import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'

/** Mails hold links that open accounts: the network's administrators read them. In a demonstration everybody does, to follow the links. */
export function demandMailReader(ctx: Ctx): void {
  if (ctx.config.mode !== 'demonstration') demandNetworkAdministrator(ctx)
}

export function demandNetworkAdministrator(ctx: Ctx): void {
  if (ctx.actor.kind === 'anonymous') throw refuse('not_signed_in')
  if (ctx.actor.kind === 'person' && !ctx.actor.isNetworkAdmin) throw refuse('not_allowed')
}
