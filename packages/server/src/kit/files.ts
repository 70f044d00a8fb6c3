// Files too large for the database, in one folder: written beside, moved into place whole, read in parts.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { isUuid } from './uuid.ts'

export type Folder = ReturnType<typeof openFolder>

/** Names are ids of ours, so that nothing a person types is ever part of a path. */
export function openFolder(path: string) {
  const placeOf = (id: string) => {
    if (!isUuid(id)) throw new Error('a file is named by an id')
    return join(path, id)
  }
  return {
    /** A place to write to, before it is known whether the file is wanted. */
    async startIncoming(id: string) {
      const place = `${placeOf(id)}.incoming`
      await mkdir(path, { recursive: true })
      return { place, stream: createWriteStream(place, { flags: 'wx', mode: 0o600 }) }
    },
    keep: (id: string) => rename(`${placeOf(id)}.incoming`, placeOf(id)),
    forgetIncoming: (id: string) => rm(`${placeOf(id)}.incoming`, { force: true }),
    remove: (id: string) => rm(placeOf(id), { force: true }),
    exists: (id: string) =>
      stat(placeOf(id)).then(
        () => true,
        () => false,
      ),
    read: (id: string, range: { start: number; end: number }): ReadableStream<Uint8Array<ArrayBuffer>> =>
      Readable.toWeb(createReadStream(placeOf(id), range)) as ReadableStream<Uint8Array<ArrayBuffer>>,
  }
}

/** `bytes=0-99` of a file of this size; undefined for all of it, null for what cannot be. One range only, as players ask. */
export function readRange(header: string | undefined, size: number): { start: number; end: number } | undefined | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const [, from = '', to = ''] = match
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start <= end && start < size ? { start, end } : null
}
