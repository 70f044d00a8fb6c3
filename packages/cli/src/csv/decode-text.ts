import { UsageProblem } from '../io.ts'

/**
 * The text of a list as it arrives, in the encodings that spreadsheets write: UTF-8, UTF-16 with its mark, Windows-1252.
 * All three are alike until the first letter that is not ASCII: that one decides, so that nothing is read twice.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let held: Uint8Array = new Uint8Array()
  let isFirst = true
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    if (held.length < 4) continue
    const encoding = (isFirst && findMark(held)) || judge(held)
    isFirst = false
    if (encoding === 'undecided') continue
    if (encoding !== 'ascii') decoder = new TextDecoder(encoding)
    yield (decoder ?? new TextDecoder()).decode(held, { stream: true })
    held = new Uint8Array()
  }
  if (decoder) yield decoder.decode()
  else yield new TextDecoder((isFirst && findMark(held)) || (isUtf8(held, { isWhole: true }) ? 'utf-8' : 'windows-1252')).decode(held)
}

function findMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' | undefined {
  const [first, second, third] = bytes
  if (first === 0x50 && second === 0x4b) throw new UsageProblem('the list is a workbook or an archive; in the spreadsheet, save it as CSV (UTF-8)')
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (bytes.subarray(0, 1024).includes(0)) throw new UsageProblem('the list is not a text; in the spreadsheet, save it as CSV (UTF-8)')
  return undefined
}

/** A letter of UTF-8 has up to four bytes: where the first one is cut off at the end, more is needed. */
function judge(bytes: Uint8Array): 'ascii' | 'undecided' | 'utf-8' | 'windows-1252' {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  if (first < 0) return 'ascii'
  if (bytes.length - first < 4) return 'undecided'
  return isUtf8(bytes, { isWhole: false }) ? 'utf-8' : 'windows-1252'
}

/** Whether bytes are UTF-8, or were before something in them was broken: some letter beyond ASCII can be read. */
function isUtf8(bytes: Uint8Array, { isWhole }: { isWhole: boolean }): boolean {
  const text = new TextDecoder().decode(bytes, { stream: !isWhole })
  return !text.includes('\uFFFD') || /[^\0-\u007F\uFFFD]/.test(text)
}
