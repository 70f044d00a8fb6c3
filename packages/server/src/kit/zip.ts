// A zip, written as its files come: at no moment does it stand in memory. What a stranger's zip holds is read with `openZip` of the standards.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

export type ZipFile = { path: string; bytes: Uint8Array }

/** What is compressed already is only stored. */
const PACKED = /\.(?:png|jpe?g|webp|gif|pdf|zip|mp4|webm)$/i

export function streamZip(files: AsyncIterable<ZipFile>, mtime: Date): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source = files[Symbol.asyncIterator]()
  let zip: Zip
  return new ReadableStream({
    start(controller) {
      zip = new Zip((error, chunk, isLast) => {
        if (error) return controller.error(error)
        controller.enqueue(chunk as Uint8Array<ArrayBuffer>)
        if (isLast) controller.close()
      })
    },
    async pull() {
      const { done, value } = await source.next()
      if (done) return zip.end()
      const file = PACKED.test(value.path) ? new ZipPassThrough(value.path) : new ZipDeflate(value.path, { level: 6 })
      file.mtime = mtime
      zip.add(file)
      file.push(value.bytes, true)
    },
    async cancel() {
      zip.terminate()
      await source.return?.()
    },
  })
}
