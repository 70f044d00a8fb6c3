import { asSystem, type Ctx } from '#ctx'
import { translate } from '#web/translations.ts'
import { findFolio } from '../folios/read-folio.ts'
import type { ShareScope } from './share.schema.ts'

/** What an address shows, in a line. */
export async function sayTitle(ctx: Ctx, share: ShareScope & { personName: string }, count: number): Promise<string> {
  const t = translate(ctx.locale)
  const name = share.personName
  if (share.scope === 'badges') return t('shares:shown.title', { name, count })
  if (share.scope === 'cv') return t('shares:shown.title_cv', { name })
  return t('shares:shown.title_folio', { name, title: (await findFolio(asSystem(ctx), share.folioId))?.title ?? '' })
}
