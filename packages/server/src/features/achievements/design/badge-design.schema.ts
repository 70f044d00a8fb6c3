import { z } from 'zod'
import { iconNames } from './icons.ts'
import { shapeNames } from './shapes.ts'

/** What runs along the rim. */
export const frameNames = ['plain', 'line', 'double', 'dotted', 'stitched'] as const
/** What is printed, tone on tone, behind the icon. */
export const patternNames = ['plain', 'halo', 'rays', 'waves', 'hills', 'dots', 'grid', 'echo', 'confetti', 'laurel'] as const
export const levelNames = ['none', 'dots-1', 'dots-2', 'dots-3', 'stars-1', 'stars-2', 'stars-3', 'bronze', 'silver', 'gold'] as const

export const RIBBON_LENGTH = 24

const hex = z.string().regex(/^#[0-9a-fA-F]{6}$/)
const characters = (text: string): number => [...text.normalize('NFC')].length

/** Everything `drawBadge` needs; stored with the achievement so that its image can be drawn again. */
export const BadgeDesign = z.object({
  shape: z.enum(shapeNames),
  primary: hex,
  secondary: hex,
  /** Preferred; replaced in the drawing wherever it would not be readable. */
  ink: hex,
  frame: z.enum(frameNames),
  pattern: z.enum(patternNames),
  symbol: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('icon'), name: z.enum(iconNames) }),
    z.object({
      kind: z.literal('initials'),
      text: z
        .string()
        .trim()
        .min(1)
        .refine((text) => characters(text) <= 4, 'At most 4 characters'),
    }),
  ]),
  ribbon: z
    .string()
    .trim()
    .refine((text) => characters(text) <= RIBBON_LENGTH, `At most ${RIBBON_LENGTH} characters`),
  level: z.enum(levelNames),
})

export type BadgeDesign = z.infer<typeof BadgeDesign>
export type FrameName = BadgeDesign['frame']
export type PatternName = BadgeDesign['pattern']
export type LevelName = BadgeDesign['level']
