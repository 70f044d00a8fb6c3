import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'

export const MAX_BLOCKS = 60
export const MAX_BADGES = 300
export const MAX_TEXT = 8000
export const MAX_TITLE = 120
/** Of one file as it is sent; a photo is drawn anew and weighs a tenth of it. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024
/** Of all that one person keeps on their pages. */
export const MAX_KEPT_BYTES = 60 * 1024 * 1024
export const MAX_FOLIOS = 40
export const ACCEPTED_FILES = 'image/jpeg,image/png,image/webp,application/pdf'

/** What a new page may start from. */
export const STARTS = ['internship', 'commitments', 'blank'] as const
export type Start = (typeof STARTS)[number]
/** What a text of such a start could say, whispered to whoever writes it and shown to nobody. */
export const HINTS = ['looking_for', 'able_to', 'made', 'reach_me', 'committed', 'moment', 'learnt'] as const

const id = z.guid()

/** An address on the web, as it is typed: without its beginning it is https. What is not typed yet is no mistake. */
const address = text(2000)
  .transform((value) => (value === '' || /^[a-z][a-z\d+.-]*:/i.test(value) ? value : `https://${value}`))
  .refine((value) => value === '' || (/^https?:\/\//i.test(value) && URL.canParse(value) && new URL(value).hostname.includes('.')), 'address')

/** What stands on a page, one below the other. What is still empty is kept, and not shown. */
export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), id, text: text(MAX_TITLE) }),
  z.object({ kind: z.literal('text'), id, markdown: text(MAX_TEXT), hint: z.enum(HINTS).optional() }),
  z.object({ kind: z.literal('badges'), id, badgeIds: z.array(id).max(MAX_BADGES, 'too_many'), layout: z.enum(['gallery', 'list']), withSentences: z.boolean() }),
  z.object({ kind: z.literal('file'), id, fileId: id, caption: text(300) }),
  z.object({ kind: z.literal('link'), id, address, title: text(200), note: text(500) }),
])
export type Block = z.output<typeof Block>

/** The badges that stand on a page, each once. */
export const badgeIdsIn = (blocks: readonly Block[]): string[] => [...new Set(blocks.flatMap((block) => (block.kind === 'badges' ? block.badgeIds : [])))]

export const FolioContent = z.object({
  title: text(MAX_TITLE).min(1, 'required'),
  introduction: text(1000),
  blocks: z.array(Block).max(MAX_BLOCKS, 'too_many'),
})
export type FolioContent = z.output<typeof FolioContent>
