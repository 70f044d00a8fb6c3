// A form with one large file: its fields are read, its file is handed on as it comes, and never stands in memory.
import { refuse } from './errors.ts'

const MAX_FIELDS_BYTES = 256 * 1024
const MAX_HEAD_BYTES = 8 * 1024

/** Takes the bytes of a file one piece after the other. */
export type Sink = (chunk: Uint8Array) => Promise<void>
type Expected = { texts?: readonly string[]; maxFieldsBytes?: number }
type ReceivedForm = { fields: FormData; fileName: string | undefined }

/**
 * Reads multipart/form-data. `start` is called once, for the first field that holds a chosen file; others are passed over, but for those of `texts`:
 * short files that are read like fields. All fields together take at most `maxFieldsBytes`.
 */
export async function receiveForm(
  request: Request,
  start: (fileName: string) => Promise<Sink>,
  { texts = [], maxFieldsBytes = MAX_FIELDS_BYTES }: Expected = {},
): Promise<ReceivedForm> {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,200})"?/i.exec(request.headers.get('content-type') ?? '')?.[1]
  if (!boundary || !request.body) throw refuse('invalid_input')
  const input = readerOf(request.body, Buffer.from(`\r\n--${boundary}`))
  const received: ReceivedForm = { fields: new FormData(), fileName: undefined }
  let room = maxFieldsBytes
  await input.skipPreamble()
  while (await input.hasNextPart()) {
    const { name, fileName } = readHead(await input.readHead())
    if (fileName === undefined || (texts.includes(name) && fileName !== '')) {
      const pieces: Uint8Array[] = []
      await input.readPart(async (chunk) => {
        room -= chunk.length
        if (room < 0) throw refuse('too_large')
        pieces.push(chunk)
      })
      received.fields.append(name, Buffer.concat(pieces).toString('utf8').replaceAll('\r\n', '\n'))
    } else if (fileName !== '' && received.fileName === undefined) {
      received.fileName = fileName
      await input.readPart(await start(fileName))
    } else await input.readPart(async () => {})
  }
  return received
}

function readHead(head: string): { name: string; fileName: string | undefined } {
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? ''
  const name = /\bname="([^"]*)"/.exec(disposition)?.[1]
  if (name === undefined) throw refuse('invalid_input')
  return { name, fileName: /\bfilename="([^"]*)"/.exec(disposition)?.[1] }
}

function readerOf(body: ReadableStream<Uint8Array>, delimiter: Buffer) {
  const source = body[Symbol.asyncIterator]()
  // The first boundary has no line before it: this one stands for it.
  let held = Buffer.from('\r\n')

  async function fill(): Promise<void> {
    const { done, value } = await source.next()
    if (done) throw refuse('invalid_input')
    held = Buffer.concat([held, value])
  }
  /** Hands on all up to the next boundary, and stands behind it. */
  async function readPart(sink: Sink): Promise<void> {
    for (let at = held.indexOf(delimiter); ; at = held.indexOf(delimiter)) {
      const safe = at >= 0 ? at : Math.max(0, held.length - delimiter.length)
      if (safe > 0) await sink(held.subarray(0, safe))
      held = held.subarray(at >= 0 ? at + delimiter.length : safe)
      if (at >= 0) return
      await fill()
    }
  }
  return {
    readPart,
    skipPreamble: () => readPart(async () => {}),
    async hasNextPart(): Promise<boolean> {
      while (held.length < 2) await fill()
      const mark = held.toString('latin1', 0, 2)
      held = held.subarray(2)
      if (mark !== '\r\n' && mark !== '--') throw refuse('invalid_input')
      return mark === '\r\n'
    },
    async readHead(): Promise<string> {
      // A part may be empty, and its boundary is then the line that ends its head.
      for (let at = held.indexOf('\r\n\r\n'); ; at = held.indexOf('\r\n\r\n')) {
        if (at > MAX_HEAD_BYTES || (at < 0 && held.length > MAX_HEAD_BYTES)) throw refuse('invalid_input')
        if (at >= 0) {
          const head = held.toString('utf8', 0, at)
          held = held.subarray(at + 4)
          return head
        }
        await fill()
      }
    },
  }
}
