import { z } from 'zod'

/** Sentences that fit everybody; `circle:phrases.<key>`. */
export const phrases = ['bravo', 'path', 'thanks', 'news'] as const
export type Phrase = (typeof phrases)[number]

export const MAX_WORDS = 140

/** Messages are keys of `circle:fields`. */
export const CongratulateInput = z
  .object({
    badgeId: z.string(),
    phrase: z.enum([...phrases, 'own'], 'choose'),
    words: z.string().trim().max(MAX_WORDS, 'too_long').default(''),
  })
  .refine(({ phrase, words }) => phrase !== 'own' || words !== '', { path: ['words'], message: 'required' })
export type CongratulateInput = z.input<typeof CongratulateInput>
