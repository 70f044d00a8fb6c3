import type { Ctx } from '#ctx'
import { inLanguage } from '../../localized-text.ts'
import type { ResourceRow } from '../resource-rows.ts'

export type ShownResource = ReturnType<typeof presentResource>

export const presentResource = (ctx: Ctx, { resourceId, achievementId, kind, title, hint, progress, organizationName, isPublic, address }: ResourceRow) => ({
  resourceId,
  achievementId,
  kind,
  title: inLanguage(title, ctx.locale),
  hint: inLanguage(hint, ctx.locale),
  progress,
  organizationName,
  isPublic,
  isElsewhere: address !== null,
})
