import type { Ctx } from '#ctx'
import { type DraftContent, inLanguage } from '../achievement.schema.ts'
import { presentLevels } from '../levels.schema.ts'
import { renderMarkdown } from '../render-markdown.ts'

/** A badge as everybody reads it, inside another page. */
export const presentBody = (ctx: Ctx, content: DraftContent, imageId: string | null) => ({
  name: inLanguage(content.name, ctx.locale),
  description: inLanguage(content.description, ctx.locale),
  criteriaHtml: renderMarkdown(inLanguage(content.criteria, ctx.locale)),
  achievementType: content.achievementType,
  tags: content.tags,
  alignments: content.alignments,
  levels: presentLevels(content.levels, ctx.locale),
  image: imageId ? { id: imageId, alt: inLanguage(content.imageAlt, ctx.locale) } : null,
})
