import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'

export const sharePurposes = ['link', 'embed', 'signature', 'interview'] as const
export type SharePurpose = (typeof sharePurposes)[number]

/** What an address shows: some badges, a page that was composed, a CV. */
export type ShareScope = { scope: 'badges'; badgeIds: string[] } | { scope: 'folio'; folioId: string } | { scope: 'cv'; cvId: string }

export const ShareInput = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('badges'), badgeIds: z.array(z.guid()).min(1, 'required').max(300, 'too_many') }),
  z.object({ scope: z.literal('folio'), folioId: z.guid() }),
  z.object({ scope: z.literal('cv'), cvId: z.guid() }),
])

export const ShareTerms = z.object({
  purpose: z.enum(sharePurposes).default('link'),
  /** For whom, in the words of its person; a visitor never reads it. */
  label: text(120).default(''),
  expiresAt: z.date().nullable().default(null),
})

export const shareEnds = ['day', 'week', 'month', 'date', 'never'] as const
export type ShareEnd = (typeof shareEnds)[number]

/** Until when, as a form asks it. */
export const ShareUntil = z.object({ end: z.enum(shareEnds).catch('month'), until: text(10).default('') })
