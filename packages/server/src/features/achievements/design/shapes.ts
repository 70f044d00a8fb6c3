import { burstOutline, circleOutline, cubicOutline, lobedOutline, type Outline, type Point, regularOutline, roundedOutline } from './outline.ts'
import type { Label } from './palettes.ts'

/**
 * `outline` is the middle of the rim. `beads` is how many dots run along it.
 * `icon` is where the icon sits above a ribbon, `alone` where it sits without one, `marksY` where level marks hang.
 */
export type Shape = {
  outline: Outline
  /** What the rim surrounds, and what the trim follows, where the outline is too busy for them. */
  face?: Outline
  trim?: Outline
  beads: number
  icon: { y: number; size: number }
  alone: { y: number; size: number }
  marksY: number
  label: Label
}

const centre: Point = [256, 250]
const roomy = { icon: { y: 214, size: 236 }, alone: { y: 250, size: 292 }, marksY: 98 }
const round = { face: circleOutline(centre, 188), trim: circleOutline(centre, 205) }

const box = (left: number, top: number, right: number, bottom: number, cuts: readonly [number, number, number, number]): Outline =>
  roundedOutline([
    { point: [256, top], cut: 1 },
    { point: [right, top], cut: cuts[0] },
    { point: [right, bottom], cut: cuts[1] },
    { point: [left, bottom], cut: cuts[2] },
    { point: [left, top], cut: cuts[3] },
  ])

const shield = cubicOutline(
  [256, 30],
  [306, 58],
  [366, 72],
  [432, 74],
  [446, 74],
  [454, 84],
  [454, 98],
  [454, 150],
  [455, 190],
  [453, 232],
  [448, 342],
  [376, 428],
  [256, 476],
  [136, 428],
  [64, 342],
  [59, 232],
  [57, 190],
  [58, 150],
  [58, 98],
  [58, 84],
  [66, 74],
  [80, 74],
  [146, 72],
  [206, 58],
  [256, 30],
)

const drop = cubicOutline(
  [256, 28],
  [266, 28],
  [274, 34],
  [282, 43],
  [352, 122],
  [444, 196],
  [444, 290],
  [444, 396],
  [360, 474],
  [256, 474],
  [152, 474],
  [68, 396],
  [68, 290],
  [68, 196],
  [160, 122],
  [230, 43],
  [238, 34],
  [246, 28],
  [256, 28],
)

const arch = cubicOutline(
  [256, 34],
  [374, 34],
  [450, 116],
  [450, 226],
  [450, 300],
  [450, 360],
  [450, 424],
  [450, 452],
  [436, 466],
  [408, 466],
  [320, 466],
  [192, 466],
  [104, 466],
  [76, 466],
  [62, 452],
  [62, 424],
  [62, 360],
  [62, 300],
  [62, 226],
  [62, 116],
  [138, 34],
  [256, 34],
)

export const shapes = {
  circle: { ...roomy, outline: circleOutline(centre, 214), beads: 60, label: { fr: 'Cercle', en: 'Circle' } },
  square: { ...roomy, outline: box(58, 52, 454, 448, [112, 112, 112, 112]), beads: 64, label: { fr: 'Carré arrondi', en: 'Rounded square' } },
  hexagon: { ...roomy, icon: { y: 218, size: 226 }, outline: regularOutline(centre, 234, { sides: 6, cut: 58 }), beads: 60, label: { fr: 'Hexagone', en: 'Hexagon' } },
  octagon: { ...roomy, outline: regularOutline(centre, 228, { sides: 8, cut: 40, turn: 1 / 16 }), beads: 56, label: { fr: 'Octogone', en: 'Octagon' } },
  diamond: {
    icon: { y: 226, size: 198 },
    alone: { y: 250, size: 244 },
    marksY: 116,
    outline: regularOutline(centre, 272, { sides: 4, cut: 120 }),
    beads: 60,
    label: { fr: 'Losange', en: 'Diamond' },
  },
  shield: { ...roomy, icon: { y: 222, size: 228 }, alone: { y: 240, size: 272 }, marksY: 112, outline: shield, beads: 58, label: { fr: 'Écu', en: 'Shield' } },
  arch: { ...roomy, icon: { y: 220, size: 230 }, alone: { y: 258, size: 280 }, outline: arch, beads: 62, label: { fr: 'Arche', en: 'Arch' } },
  leaf: { ...roomy, outline: box(56, 50, 456, 450, [186, 66, 186, 66]), beads: 60, label: { fr: 'Feuille', en: 'Leaf' } },
  drop: { icon: { y: 246, size: 208 }, alone: { y: 284, size: 256 }, marksY: 146, outline: drop, beads: 58, label: { fr: 'Goutte', en: 'Drop' } },
  rosette: {
    ...roomy,
    ...round,
    icon: { y: 216, size: 226 },
    outline: lobedOutline(centre, { lobes: 16, valley: 203, peak: 223 }),
    beads: 64,
    label: { fr: 'Rosette', en: 'Rosette' },
  },
  flower: {
    ...roomy,
    icon: { y: 216, size: 222 },
    alone: { y: 250, size: 270 },
    marksY: 104,
    outline: lobedOutline(centre, { lobes: 8, valley: 188, peak: 226 }),
    beads: 64,
    label: { fr: 'Fleur', en: 'Flower' },
  },
  burst: {
    ...roomy,
    ...round,
    icon: { y: 216, size: 226 },
    marksY: 102,
    outline: burstOutline(centre, { rays: 24, inner: 206, outer: 232, cut: 13 }),
    beads: 48,
    label: { fr: 'Soleil', en: 'Burst' },
  },
} as const satisfies Record<string, Shape>

export type ShapeName = keyof typeof shapes
export const shapeNames = Object.keys(shapes) as [ShapeName, ...ShapeName[]]
