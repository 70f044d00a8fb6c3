import type { BadgeDesign, FrameName, LevelName } from './badge-design.schema.ts'
import { deepen, isDark, luminance, mix, readableInk, tintUnder } from './colour.ts'
import { drawPattern } from './draw-pattern.ts'
import { drawRibbon, hasTwoLines } from './draw-ribbon.ts'
import { ICON_STROKE, type PartKind } from './icon-format.ts'
import { type Icon, icons } from './icons.ts'
import type { Point } from './outline.ts'
import { type Shape, shapes } from './shapes.ts'
import { escapeXml, fitSize, textLine } from './svg-text.ts'

const SHADE = '#06121f'
const PAPER = '#fffaf0'
const RIM = 40

type Rim = { body: string; edge: string; trim: string }
const metals: Partial<Record<LevelName, Rim>> = {
  bronze: { body: '#a9653a', edge: '#6d3d1f', trim: '#f0bf95' },
  silver: { body: '#93a1af', edge: '#56636f', trim: '#f1f5f8' },
  gold: { body: '#d79f23', edge: '#8d610d', trim: '#fff0b3' },
}

type Colours = { field: string; ink: string; accent: string; paper: string; tone: string; bright: string; rim: Rim }

function chooseColours(design: BadgeDesign): Colours {
  const field = design.primary.toLowerCase()
  const ink = readableInk(field, design.ink.toLowerCase())
  const secondary = design.secondary.toLowerCase()
  const lightInk = !isDark(ink)
  const pale = !lightInk && isDark(secondary)
  const body = pale ? secondary : lightInk ? mix(field, SHADE, 0.45) : deepen(field, 0.56 + luminance(field) * 0.24)
  const rim = metals[design.level] ?? { body, edge: lightInk || pale ? mix(body, SHADE, 0.5) : deepen(field, 0.42), trim: pale ? mix(body, PAPER, 0.75) : secondary }
  return {
    field,
    ink,
    rim,
    accent: lightInk ? tintUnder(ink, field, '#ffffff', 0.3) : tintUnder(ink, field, secondary),
    paper: lightInk ? mix(field, SHADE, 0.3) : PAPER,
    tone: tintUnder(ink, field, pale ? secondary : '#ffffff', lightInk || pale ? 0.12 : 0.28),
    bright: tintUnder(ink, field, secondary, lightInk ? 0.3 : 0.8),
  }
}

/** A name for the clip path that two different badges inlined in one page do not share. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193) >>> 0
  return hash.toString(36)
}

const stroke = (d: string, colour: string, width: number, more = '', fill = 'none'): string =>
  `<path d="${d}" fill="${fill}" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${more}/>`

function drawFrame(frame: FrameName, shape: Shape, rim: Rim): string {
  const { d, length } = shape.trim ?? shape.outline
  const dash = (on: number, count: number): string => {
    const step = length / count
    return ` stroke-linecap="round" stroke-dasharray="${(step * on).toFixed(2)} ${(step * (1 - on)).toFixed(2)}"`
  }
  const frames: Record<FrameName, () => string> = {
    plain: () => '',
    line: () => stroke(d, rim.trim, 6),
    double: () => stroke(d, rim.trim, 19) + stroke(d, rim.body, 9),
    dotted: () => stroke(d, rim.trim, 10, dash(0, shape.beads)),
    stitched: () => stroke(d, rim.trim, 6, dash(0.5, Math.round(shape.beads * 0.6))),
  }
  return frames[frame]()
}

function drawIcon(icon: Icon, at: { y: number; size: number }, colours: Colours): string {
  const { ink, accent, paper } = colours
  const scale = at.size / 24
  const paints: Record<PartKind, string> = {
    line: '',
    accent: ` fill="${accent}"`,
    paper: ` fill="${paper}"`,
    'accent-flat': ` fill="${accent}" stroke="none"`,
    'paper-flat': ` fill="${paper}" stroke="none"`,
    solid: ` fill="${ink}" stroke="none"`,
  }
  const parts = icon.parts.map(([kind, d]) => `<path d="${d}"${paints[kind]}/>`).join('')
  const place = `translate(${(256 - at.size / 2).toFixed(1)} ${(at.y - at.size / 2).toFixed(1)}) scale(${scale.toFixed(4)})`
  return `<g transform="${place}" fill="none" stroke="${ink}" stroke-width="${ICON_STROKE}" stroke-linecap="round" stroke-linejoin="round">${parts}</g>`
}

const starPath = ([x, y]: Point, radius: number): string => {
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 ? radius * 0.48 : radius
    const turn = (index / 10) * 2 * Math.PI
    return `${(x + reach * Math.sin(turn)).toFixed(1)} ${(y - reach * Math.cos(turn)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}

const levelCounts: Partial<Record<LevelName, number>> = { bronze: 1, silver: 2, gold: 3 }

/** Metals carry one to three stars as well, so that the level never rests on colour alone. */
function drawLevel(level: LevelName, y: number, colours: Colours): string {
  if (level === 'none') return ''
  const count = levelCounts[level] ?? Number(level.at(-1))
  const marks = Array.from({ length: count }, (_, index): Point => {
    const offset = index - (count - 1) / 2
    return [256 + offset * 56, y + offset * offset * 9]
  })
  const d = level.startsWith('dots') ? marks.map(([x, y]) => `M${x - 14} ${y}a14 14 0 1 0 28 0a14 14 0 1 0 -28 0Z`) : marks.map((mark) => starPath(mark, 25))
  const fill = metals[level] && isDark(colours.ink) ? metals[level].trim : colours.accent
  return `<path d="${d.join('')}" fill="${isDark(colours.ink) ? fill : colours.ink}" stroke="${colours.ink}" stroke-width="6" stroke-linejoin="round"/>`
}

function drawSymbol(design: BadgeDesign, at: { y: number; size: number }, colours: Colours): string {
  if (design.symbol.kind === 'icon') return drawIcon(icons[design.symbol.name], at, colours)
  const { text } = design.symbol
  return textLine(text, { middle: at.y, size: fitSize(text, at.size * 1.04, at.size * 0.7), fill: colours.ink, weight: 800 })
}

/** Level marks push the symbol down, a ribbon of two lines pushes it up; both make it smaller. */
function placeSymbol({ ribbon, level }: BadgeDesign, shape: Shape): { y: number; size: number } {
  const { y, size } = ribbon === '' ? shape.alone : shape.icon
  const tall = ribbon !== '' && hasTwoLines(ribbon)
  const marked = level !== 'none'
  return { y: y + (marked ? 20 : 0) - (tall ? 14 : 0), size: size * (marked ? 0.84 : 1) * (tall ? 0.92 : 1) }
}

/**
 * A badge as a standalone 512 × 512 SVG: no script, style sheet or outside reference, and the same text for the same design.
 * `title` is what a screen reader says.
 */
export function drawBadge(design: BadgeDesign, { title }: { title: string }): string {
  const shape: Shape = shapes[design.shape]
  const colours = chooseColours(design)
  const { d } = shape.outline
  const face = (shape.face ?? shape.outline).d
  const at = placeSymbol(design, shape)
  const pattern = drawPattern(design.pattern, { tone: colours.tone, bright: colours.bright, field: colours.field, at: [256, at.y], d: face })
  const clip = `boat-${fingerprint(JSON.stringify([design.shape, design.pattern]))}`
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512" role="img">',
    `<title>${escapeXml(title)}</title>`,
    pattern && `<defs><clipPath id="${clip}"><path d="${face}"/></clipPath></defs>`,
    stroke(d, colours.rim.edge, RIM, ' transform="translate(0 9)"'),
    shape.face && stroke(d, colours.rim.body, RIM, '', colours.rim.body),
    `<path d="${face}" fill="${colours.field}"/>`,
    pattern && `<g clip-path="url(#${clip})">${pattern}</g>`,
    !shape.face && stroke(d, colours.rim.body, RIM),
    drawFrame(design.frame, shape, colours.rim),
    drawLevel(design.level, shape.marksY, colours),
    drawSymbol(design, at, colours),
    design.ribbon && drawRibbon(design.ribbon, { secondary: design.secondary.toLowerCase(), ink: colours.ink }),
    '</svg>',
  ]
    .filter(Boolean)
    .join('')
}
