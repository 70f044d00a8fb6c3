import type { Label } from './palettes.ts'

/**
 * How a part of an icon is painted, on a 24 × 24 grid, back to front:
 * `line` is drawn only; `accent` and `paper` are filled and drawn; `accent-flat` and `paper-flat` are filled only;
 * `solid` is filled with the ink.
 */
export type PartKind = 'line' | 'accent' | 'paper' | 'accent-flat' | 'paper-flat' | 'solid'
export type IconPart = readonly [kind: PartKind, d: string]
export type Icon = { label: Label; words: readonly string[]; parts: readonly IconPart[] }

/** One weight for the whole family, in grid units. */
export const ICON_STROKE = 1.7
