import { PNG } from 'pngjs'

/** A PNG of about that many bytes, of pixels that do not compress. */
export function makePng(bytes: number): Uint8Array {
  const side = Math.ceil(Math.sqrt(bytes / 4))
  const png = new PNG({ width: side, height: side })
  let state = 1
  for (let at = 0; at < png.data.length; at++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    png.data[at] = state >> 16
  }
  return new Uint8Array(PNG.sync.write(png))
}
