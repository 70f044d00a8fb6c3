import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { text } from '#kit/read-form.ts'
import { hideAll, hideBadge, showBadge } from '../shown/show-badge.ts'

type Act = (ctx: Ctx, form: FormData) => Promise<void>

const which = (form: FormData) => ({ badgeId: text(form, 'badgeId'), organizationId: text(form, 'organizationId') })

const ACTS: Record<string, Act> = {
  shown: (ctx, form) => showBadge(ctx, which(form)),
  hidden: (ctx, form) => hideBadge(ctx, which(form)),
  all_hidden: (ctx, form) => hideAll(ctx, which(form).organizationId),
}

/** Does what a form of the circle asks, and says what was done: the name of the act is that of its sentence. */
export async function actOnCircle(ctx: Ctx, form: FormData): Promise<string> {
  const intent = text(form, 'intent')
  if (!Object.hasOwn(ACTS, intent)) throw refuse('invalid_input')
  await ACTS[intent]!(ctx, form)
  return `circle_${intent}`
}
