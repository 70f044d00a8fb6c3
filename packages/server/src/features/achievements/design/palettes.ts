import type { Hex } from './colour.ts'

export type Label = { fr: string; en: string }
export type Palette = { name: string; primary: Hex; secondary: Hex; ink: Hex; label: Label }

const night: Hex = '#12263a'
const cream: Hex = '#fffaf0'

/** Nine bright grounds drawn in night blue, then six deep or pale ones, more sober. */
export const palettes = [
  { name: 'lagoon', primary: '#5ec8c0', secondary: '#ffd35c', ink: night, label: { fr: 'Lagon', en: 'Lagoon' } },
  { name: 'coral', primary: '#ff8f70', secondary: '#ffe08a', ink: night, label: { fr: 'Corail', en: 'Coral' } },
  { name: 'sunflower', primary: '#ffc94a', secondary: '#ff8463', ink: night, label: { fr: 'Tournesol', en: 'Sunflower' } },
  { name: 'meadow', primary: '#93cf72', secondary: '#fff0a8', ink: night, label: { fr: 'Prairie', en: 'Meadow' } },
  { name: 'sky', primary: '#8ccdf6', secondary: '#ffe07a', ink: night, label: { fr: 'Ciel', en: 'Sky' } },
  { name: 'periwinkle', primary: '#86a4fb', secondary: '#a8f0dc', ink: night, label: { fr: 'Pervenche', en: 'Periwinkle' } },
  { name: 'lilac', primary: '#bda9f5', secondary: '#ffdf80', ink: night, label: { fr: 'Lilas', en: 'Lilac' } },
  { name: 'peony', primary: '#f794b4', secondary: '#ffe9cf', ink: night, label: { fr: 'Pivoine', en: 'Peony' } },
  { name: 'clementine', primary: '#ffab57', secondary: '#8fdcd6', ink: night, label: { fr: 'Clémentine', en: 'Clementine' } },
  { name: 'deep-sea', primary: '#12415f', secondary: '#f4bd55', ink: cream, label: { fr: 'Grand large', en: 'Deep sea' } },
  { name: 'fir', primary: '#1f5a4b', secondary: '#e8cc7e', ink: cream, label: { fr: 'Sapin', en: 'Fir' } },
  { name: 'plum', primary: '#5b2f63', secondary: '#f3b0a4', ink: cream, label: { fr: 'Prune', en: 'Plum' } },
  { name: 'brick', primary: '#983a2c', secondary: '#f5dcb4', ink: cream, label: { fr: 'Brique', en: 'Brick' } },
  { name: 'slate', primary: '#38465a', secondary: '#cfd9e1', ink: cream, label: { fr: 'Ardoise', en: 'Slate' } },
  { name: 'chalk', primary: '#f7f1e4', secondary: '#1b5670', ink: '#14344a', label: { fr: 'Craie', en: 'Chalk' } },
] as const satisfies readonly Palette[]

export type PaletteName = (typeof palettes)[number]['name']

/** The three colours of a named palette, ready to be spread in a design. */
export function paletteColours(name: PaletteName): { primary: Hex; secondary: Hex; ink: Hex } {
  const { primary, secondary, ink } = palettes.find((palette) => palette.name === name) as Palette
  return { primary, secondary, ink }
}
