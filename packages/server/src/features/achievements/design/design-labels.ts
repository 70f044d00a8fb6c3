import type { FrameName, LevelName, PatternName } from './badge-design.schema.ts'
import { icons } from './icons.ts'
import { type Label, palettes } from './palettes.ts'
import { shapes } from './shapes.ts'

const frames: Record<FrameName, Label> = {
  plain: { fr: 'Uni', en: 'Plain' },
  line: { fr: 'Filet', en: 'Line' },
  double: { fr: 'Double filet', en: 'Double line' },
  dotted: { fr: 'Perles', en: 'Beads' },
  stitched: { fr: 'Couture', en: 'Stitches' },
}

const patternLabels: Record<PatternName, Label> = {
  plain: { fr: 'Uni', en: 'Plain' },
  halo: { fr: 'Halo', en: 'Halo' },
  rays: { fr: 'Rayons', en: 'Rays' },
  waves: { fr: 'Vagues', en: 'Waves' },
  hills: { fr: 'Collines', en: 'Hills' },
  dots: { fr: 'Pois', en: 'Dots' },
  grid: { fr: 'Quadrillage', en: 'Squared paper' },
  echo: { fr: 'Échos', en: 'Echoes' },
  confetti: { fr: 'Confettis', en: 'Confetti' },
  laurel: { fr: 'Laurier', en: 'Laurel' },
}

const levels: Record<LevelName, Label> = {
  none: { fr: 'Sans niveau', en: 'No level' },
  'dots-1': { fr: 'Un point', en: 'One dot' },
  'dots-2': { fr: 'Deux points', en: 'Two dots' },
  'dots-3': { fr: 'Trois points', en: 'Three dots' },
  'stars-1': { fr: 'Une étoile', en: 'One star' },
  'stars-2': { fr: 'Deux étoiles', en: 'Two stars' },
  'stars-3': { fr: 'Trois étoiles', en: 'Three stars' },
  bronze: { fr: 'Bronze', en: 'Bronze' },
  silver: { fr: 'Argent', en: 'Silver' },
  gold: { fr: 'Or', en: 'Gold' },
}

const labelsOf = <Name extends string>(table: Record<Name, { label: Label }>): Record<Name, Label> =>
  Object.fromEntries(Object.entries<{ label: Label }>(table).map(([name, { label }]) => [name, label])) as Record<Name, Label>

/** What each choice of the designer is called. */
export const designLabels = {
  shape: labelsOf(shapes),
  palette: Object.fromEntries(palettes.map(({ name, label }) => [name, label])) as Record<(typeof palettes)[number]['name'], Label>,
  icon: labelsOf(icons),
  frame: frames,
  pattern: patternLabels,
  level: levels,
}

/** The same as flat messages, `design.shape.circle` and so on, to be merged in the catalogue of a language. */
export function designMessages(language: keyof Label): Record<string, string> {
  return Object.fromEntries(
    Object.entries(designLabels).flatMap(([kind, labels]) => Object.entries<Label>(labels).map(([name, label]) => [`design.${kind}.${name}`, label[language]])),
  )
}
