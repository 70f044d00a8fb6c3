import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { text } from '#kit/read-form.ts'
import { acceptCongratulations, blockSender, removeCongratulation, unblockSender } from '../congratulate/keep-congratulations.ts'
import { announceBadge } from '../follow/announce-badge.ts'
import { followOrganization, unfollowOrganization } from '../follow/follow-organization.ts'
import { hideAll, hideBadge, showBadge } from '../shown/show-badge.ts'

type Act = (ctx: Ctx, form: FormData) => Promise<void>

const which = (form: FormData) => ({ badgeId: text(form, 'badgeId'), organizationId: text(form, 'organizationId') })

const ACTS: Record<string, Act> = {
  shown: (ctx, form) => showBadge(ctx, which(form)),
  hidden: (ctx, form) => hideBadge(ctx, which(form)),
  announced: (ctx, form) => announceBadge(ctx, { credentialId: which(form).badgeId, isAnnounced: true }),
  unannounced: (ctx, form) => announceBadge(ctx, { credentialId: which(form).badgeId, isAnnounced: false }),
  followed: (ctx, form) => followOrganization(ctx, which(form).organizationId),
  unfollowed: (ctx, form) => unfollowOrganization(ctx, which(form).organizationId),
  removed: (ctx, form) => removeCongratulation(ctx, text(form, 'congratulationId')),
  blocked: (ctx, form) => blockSender(ctx, text(form, 'congratulationId')),
  unblocked: (ctx, form) => unblockSender(ctx, text(form, 'personId')),
  accepts: (ctx) => acceptCongratulations(ctx, { accepts: true }),
  refuses: (ctx) => acceptCongratulations(ctx, { accepts: false }),
  all_hidden: (ctx, form) => hideAll(ctx, which(form).organizationId),
}

/** Does what a form of the circle asks, and says what was done: the name of the act is that of its sentence. */
export async function actOnCircle(ctx: Ctx, form: FormData): Promise<string> {
  const intent = text(form, 'intent')
  if (!Object.hasOwn(ACTS, intent)) throw refuse('invalid_input')
  await ACTS[intent]!(ctx, form)
  return `circle_${intent}`
}
