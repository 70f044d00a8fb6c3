import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { type ResourceRow, readVisible } from './resource-rows.ts'

/** To whom it is not shown there is none; a visitor is asked to sign in first. */
export async function getResource(ctx: Ctx, { resourceId, achievementId }: { resourceId: string; achievementId: string }): Promise<ResourceRow> {
  const [resource] = await readVisible(ctx, { resourceId })
  if (resource?.achievementId === achievementId) return resource
  throw refuse(ctx.actor.kind === 'anonymous' ? 'not_signed_in' : 'not_found')
}
