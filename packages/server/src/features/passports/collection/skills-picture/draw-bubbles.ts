import { escapeXml } from '#kit/escape-xml.ts'
import type { SpokenSkill } from '../list-skills.ts'
import { arrangeBubbles, type Circle, NARROW, type Room, WIDE } from './arrange-bubbles.ts'
import { wrapInCircle } from './wrap-in-circle.ts'

/** More would be a crowd: the others are in the list below the picture. */
export const MOST_BUBBLES = 40
const MOST_PICTURES = 3

/** A hue for each framework that speaks most; keywords and own words have their own look. */
export const HUES = [
  { fill: '#d2e9ef', edge: '#2f899e' },
  { fill: '#ffe0d7', edge: '#bf4428' },
  { fill: '#e3efd3', edge: '#4d7c1f' },
  { fill: '#e8e0f5', edge: '#6b4fa0' },
  { fill: '#fdeec2', edge: '#9a6b00' },
  { fill: '#dfe6f7', edge: '#3f61ab' },
] as const
const KEYWORD = { fill: '#ffffff', edge: '#8a8f94' }
const TAG = { fill: '#ffffff', edge: '#bf4428' }
const INK = '#14283a'
const MUTED = '#50616e'

export type Drawing = {
  skills: readonly SpokenSkill[]
  room: 'wide' | 'narrow'
  sayCount: (count: number) => string
  pictureAt: (badge: SpokenSkill['badges'][number]) => string | undefined
  /** Where a bubble leads; a drawing that is taken along leads nowhere. */
  hrefOf?: (skill: SpokenSkill) => string
}

/** The frameworks in the order of their hues: those with most skills first. */
export function listFrameworks(skills: readonly SpokenSkill[]): string[] {
  const counts = new Map<string, number>()
  for (const { framework } of skills) if (framework) counts.set(framework, (counts.get(framework) ?? 0) + 1)
  return [...counts].toSorted(([one, a], [other, b]) => b - a || one.localeCompare(other, 'fr')).map(([name]) => name)
}

/** Bubbles with words and pictures, without the frame around them. */
export function drawBubbles({ skills, room, sayCount, pictureAt, hrefOf }: Drawing): { body: string; width: number; height: number } {
  const shown = skills.slice(0, MOST_BUBBLES)
  const frameworks = listFrameworks(skills)
  const of = room === 'wide' ? WIDE : NARROW
  const { circles, width, height } = arrangeBubbles(
    shown.map(({ badges }) => badges.length),
    of,
  )
  const body = shown.map((skill, index) => {
    const circle = circles[index]!
    const count = sayCount(skill.badges.length)
    const bubble = drawDisc(circle, skill, frameworks) + drawWords(circle, skill.name, count, of) + drawPictures(circle, skill, pictureAt)
    const title = `<title>${escapeXml(`${skill.name} : ${count}`)}</title>`
    return hrefOf ? `<a href="${escapeXml(hrefOf(skill))}">${title}${bubble}</a>` : `<g>${title}${bubble}</g>`
  })
  return { body: body.join(''), width, height }
}

function drawDisc({ x, y, r }: Circle, { kind, framework }: SpokenSkill, frameworks: readonly string[]): string {
  const hue = frameworks.indexOf(framework ?? '') % HUES.length
  const { fill, edge } = kind === 'tag' ? TAG : framework === null ? KEYWORD : HUES[hue]!
  const look = kind === 'tag' ? 'tag' : framework === null ? 'keyword' : String(hue)
  return `<circle data-look="${look}" cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" stroke="${edge}" stroke-width="1.5"${kind === 'tag' ? ' stroke-dasharray="5 4"' : ''}/>`
}

function drawWords({ x, y, r }: Circle, name: string, count: string, room: Room): string {
  const isLarge = room === WIDE
  const { lines, size } = wrapInCircle(name, r - 7, isLarge ? [19, 17, 15, 14, 13, 12, 11] : [15, 14, 13, 12, 11, 10])
  const small = isLarge ? 12.5 : 11
  // A little higher than the middle: the pictures stand on the lower rim.
  const top = y - (lines.length * size * 1.2 + small * 1.3) / 2 - (isLarge ? 4 : 3)
  const texts = lines.map((line, index) => text(x, top + size * (0.95 + 1.2 * index), { size, weight: 600, fill: INK }, line))
  return texts.join('') + text(x, top + lines.length * size * 1.2 + small * 1.15, { size: small, weight: 400, fill: MUTED }, count)
}

type Look = { size: number; weight: number; fill: string; anchor?: 'start' }
export const text = (x: number, y: number, { size, weight, fill, anchor }: Look, words: string): string =>
  `<text data-ink="${weight === 600 ? 'strong' : 'quiet'}" x="${round(x)}" y="${round(y)}" font-family="Inter, 'Inter Variable', sans-serif" font-size="${size}" font-weight="${weight}" text-anchor="${anchor ?? 'middle'}" fill="${fill}">${escapeXml(words)}</text>`

/** The badges that say it, like petals on the rim. */
function drawPictures({ x, y, r }: Circle, { badges }: SpokenSkill, pictureAt: Drawing['pictureAt']): string {
  const shown = badges.slice(0, MOST_PICTURES)
  const step = 2 * Math.asin(15 / r)
  return shown
    .map((badge, index) => {
      const angle = Math.PI / 2 - (index - (shown.length - 1) / 2) * step
      const [cx, cy] = [x + r * Math.cos(angle), y + r * Math.sin(angle)]
      const picture = pictureAt(badge)
      const inside = picture
        ? `<image href="${escapeXml(picture)}" x="${round(cx - 11)}" y="${round(cy - 11)}" width="22" height="22"/>`
        : text(cx, cy + 4.5, { size: 13, weight: 600, fill: INK }, badge.name.slice(0, 1).toUpperCase())
      return `<circle data-look="petal" cx="${round(cx)}" cy="${round(cy)}" r="14" fill="#ffffff" stroke="#e4dccb"/>${inside}`
    })
    .join('')
}

export const round = (value: number): number => Math.round(value * 10) / 10
