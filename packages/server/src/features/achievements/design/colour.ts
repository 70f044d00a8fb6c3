/** Hex colour arithmetic: WCAG contrast, and the search for the strongest tint an ink can still be read on. */

export type Hex = `#${string}`

/** WCAG 2.2 AA for body text; badges are often shown small, so icons are held to it too. */
export const READABLE = 4.5

const inks: readonly Hex[] = ['#12263a', '#fffaf0', '#ffffff', '#000000']

const channels = (hex: string): [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

const linear = (channel: number): number => {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(hex: string): number {
  const [red, green, blue] = channels(hex)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** A deeper tone of the same hue: `share` is what is left of its lightness. Mixing with black would turn bright colours muddy. */
export function deepen(hex: string, share: number): Hex {
  const [red, green, blue] = channels(hex).map((channel) => channel / 255) as [number, number, number]
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const [lightness, range] = [(most + least) / 2, most - least]
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1))
  const sector = range === 0 ? 0 : most === red ? (green - blue) / range : most === green ? (blue - red) / range + 2 : (red - green) / range + 4
  const hue = (sector + 6) % 6
  const deep = lightness * share
  const reach = saturation * 0.7 * Math.min(deep, 1 - deep)
  const at = (offset: number): number => {
    const turn = (offset + hue * 2) % 12
    return deep - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))
  }
  return `#${[0, 8, 4]
    .map((offset) =>
      Math.round(at(offset) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** `share` 0 is all `from`, 1 is all `to`. */
export function mix(from: string, to: string, share: number): Hex {
  const target = channels(to)
  const mixed = channels(from).map((channel, index) => Math.round(channel + ((target[index] as number) - channel) * share))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

export const isDark = (hex: string): boolean => luminance(hex) < 0.2

/** The preferred ink when it reads on `ground`, else the first of ours that does: black or white always do. */
export function readableInk(ground: string, preferred?: string): Hex {
  const candidates = preferred === undefined ? inks : [preferred as Hex, ...inks]
  return candidates.find((ink) => contrast(ink, ground) >= READABLE) ?? '#000000'
}

/** As much of `colour` over `ground` as `ink` allows; turns away from the ink when it allows almost none. */
export function tintUnder(ink: string, ground: string, colour: string, most = 1): Hex {
  for (let share = most; share >= 0.12; share -= 0.04) {
    const tint = mix(ground, colour, share)
    if (contrast(ink, tint) >= READABLE) return tint
  }
  return mix(ground, isDark(ink) ? '#ffffff' : '#06121f', 0.26)
}
