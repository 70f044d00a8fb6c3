import type { LoaderFunctionArgs } from 'react-router'
import { inLanguage, listNewest } from '#features/achievements/index.ts'
import { listHeld } from '#features/credentials/index.ts'
import { getMyFamily } from '#features/guardians/index.ts'
import { listAboutMe } from '#features/nominations/index.ts'
import { pageCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  const newest = await listNewest(ctx, 8)
  const held = ctx.actor.kind === 'person' ? await listHeld(ctx, ctx.actor.personId) : []
  const proposed = ctx.actor.kind === 'person' ? await listAboutMe(ctx) : []
  const takesOver = ctx.actor.kind === 'person' && (await getMyFamily(ctx)).takesOver
  return {
    takesOver,
    title: `${translate(ctx.locale)(ctx.actor.kind === 'person' ? 'web:home.page_title' : 'web:home.title')} · BOAT`,
    badges: newest.map(({ achievementId, content, imageId, organizationName }) => ({ achievementId, imageId, organizationName, name: inLanguage(content.name, ctx.locale) })),
    held: held
      .slice(0, 4)
      .map(({ credentialId, content, imageId, organization }) => ({ credentialId, imageId, name: inLanguage(content.name, ctx.locale), from: organization.name })),
    proposedCount: proposed.filter(({ state, response }) => state === 'to-complete' || (state === 'open' && response === 'pending')).length,
    waiting: held.filter(({ response, state }) => response === 'pending' && state === 'valid').length,
  }
}
