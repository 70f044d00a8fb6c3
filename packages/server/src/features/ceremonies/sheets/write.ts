// Longer words at a place in millimetres.
import { type Doc, INK, mm } from '#kit/pdf.ts'
import type { Place, Style } from '#kit/pdf-write.ts'

export { placeImage, placeQr, writeLine } from '#kit/pdf-write.ts'

/** As many lines as the height holds; long texts are set smaller, down to two thirds, before anything is cut. Gives where it ends. */
export function writeLines(doc: Doc, text: string, { x, y, ...room }: Place & { height: number }, style: Style): number {
  const { font, color = INK, align = 'left' } = style
  const { size, width } = fitLines(doc, text, room, style)
  doc
    .font(font)
    .fontSize(size)
    .fillColor(color)
    .text(text, mm(x + (room.width - width) / 2), mm(y), { width: mm(width), height: mm(room.height), align, ellipsis: true })
  return (doc.y * 25.4) / 72
}

type Fit = { size: number; width: number }

/** A class shares the names and descriptions of its badges: each is fitted once a document. */
const fitted = new WeakMap<Doc, Map<string, Fit>>()

function fitLines(doc: Doc, text: string, { width, height }: { width: number; height: number }, { font, size, align }: Style): Fit {
  const known = fitted.get(doc) ?? new Map<string, Fit>()
  fitted.set(doc, known)
  const key = JSON.stringify([text, width, height, font, size, align])
  const fit = known.get(key)
  if (fit) return fit
  const heightAt = (size: number, width: number) =>
    doc
      .font(font)
      .fontSize(size)
      .heightOfString(text, { width: mm(width) })
  const sizes = Array.from({ length: 6 }, (_, step) => size * (1 - step / 15))
  const fitting = sizes.find((size) => heightAt(size, width) <= mm(height)) ?? sizes.at(-1)!
  const found = { size: fitting, width: align === 'center' ? balance((width) => heightAt(fitting, width), width) : width }
  known.set(key, found)
  return found
}

/** The narrowest that makes no more lines: no word is left alone on the last. */
function balance(heightAt: (width: number) => number, width: number): number {
  const height = heightAt(width)
  const widths = Array.from({ length: 10 }, (_, step) => width * (1 - step / 20))
  return widths.findLast((narrower) => heightAt(narrower) <= height) ?? width
}

/** In fours, as it is read aloud. */
export const splitCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''
