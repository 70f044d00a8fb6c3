import type { Ctx } from '#ctx'
import { type ResourceRow, readVisible } from './resource-rows.ts'

/** What helps to get ready for a badge, for whoever asks, those of its author first. */
export const listResources = (ctx: Ctx, achievementId: string): Promise<ResourceRow[]> => readVisible(ctx, { achievementId })
