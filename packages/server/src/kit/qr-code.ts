// A QR code as one SVG path of unit squares, for pages (inline SVG) and for PDF alike: sharp at any size.
import { create } from 'qrcode'

export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue
      let width = 1
      while (x + width < size && data[y * size + x + width]) width++
      path += `M${x} ${y}h${width}v1h-${width}z`
      x += width
    }
  return { size, path }
}
