const encoder = new TextEncoder()
/** Longer texts are worth a call of the platform's encoder. */
const SHORT = 256

/** Bytes one after the other. One of these serves one call, from start to end without a pause. */
export class Page {
  private bytes = new Uint8Array(16_384)
  length = 0

  clear(): void {
    this.length = 0
  }

  /** What was added since `clear`, until the next `clear`. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  add(part: Uint8Array): void {
    this.reserve(part.length)
    this.bytes.set(part, this.length)
    this.length += part.length
  }

  /** A text in UTF-8. */
  addText(text: string): void {
    this.reserve(text.length * 3)
    if (text.length > SHORT || !this.addAscii(text)) this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written
  }

  /** Again what stands from `start` to `end`. */
  repeat(start: number, end: number): void {
    this.reserve(end - start)
    this.bytes.copyWithin(this.length, start, end)
    this.length += end - start
  }

  private addAscii(text: string): boolean {
    const { bytes, length } = this
    for (let at = 0; at < text.length; at++) {
      const letter = text.charCodeAt(at)
      if (letter > 127) return false
      bytes[length + at] = letter
    }
    this.length += text.length
    return true
  }

  private reserve(more: number): void {
    const needed = this.length + more
    if (needed <= this.bytes.length) return
    const larger = new Uint8Array(needed * 2)
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }
}
