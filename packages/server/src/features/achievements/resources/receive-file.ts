import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import type { Ctx } from '#ctx'
import type { Sink } from '#kit/receive-form.ts'
import { refuse } from '../achievements.errors.ts'
import { MAX_BOOKLET_BYTES, MAX_VIDEO_BYTES } from './resource.schema.ts'
import { videoFolder } from './video-folder.ts'

/** What was sent and lies ready: a booklet in memory, a video in its folder, not yet kept. */
export type ReceivedFile = { fileId: string; fileName: string; size: number } & ({ mediaType: 'application/pdf'; bytes: Buffer } | { mediaType: 'video/mp4' | 'video/webm' })

const LIMITS = { video: MAX_VIDEO_BYTES, booklet: MAX_BOOKLET_BYTES } as const
const MAX_DRAINED = 16 * 1024 * 1024

/** Takes a file as it comes, and stops at the first byte too many. What it is, its first bytes say. */
export function receiveFile(ctx: Ctx, kind: 'video' | 'booklet') {
  const fileId = ctx.newId()
  const folder = videoFolder(ctx)
  let incoming: Awaited<ReturnType<typeof folder.startIncoming>> | undefined
  let fileName = ''
  let size = 0
  const tooLarge = () => refuse(kind === 'video' ? 'video_too_large' : 'booklet_too_large', { max: LIMITS[kind] / 1024 / 1024 })
  return {
    async start(name: string): Promise<Sink> {
      fileName = tidyName(name)
      incoming = await folder.startIncoming(fileId)
      const { stream } = incoming
      return async (chunk) => {
        size += chunk.length
        // A little too much is read and thrown away, so that the browser gets to the answer.
        if (size > LIMITS[kind] + MAX_DRAINED) throw tooLarge()
        if (size > LIMITS[kind]) return
        if (!stream.write(chunk)) await once(stream, 'drain')
      }
    },
    async finish(): Promise<ReceivedFile | undefined> {
      if (!incoming) return undefined
      if (size > LIMITS[kind]) throw tooLarge()
      const { stream, place } = incoming
      stream.end()
      await once(stream, 'finish')
      const mediaType = mediaTypeOf(await firstBytes(place))
      if (kind === 'video') {
        if (mediaType !== 'video/mp4' && mediaType !== 'video/webm') throw refuse('video_refused')
        return { fileId, fileName, size, mediaType }
      }
      const bytes = await readFile(place)
      if (mediaType !== 'application/pdf' || !isWholePdf(bytes)) throw refuse('booklet_refused')
      return { fileId, fileName, size, mediaType, bytes }
    },
    /** Whatever happened: nothing half received stays. */
    async forget(): Promise<void> {
      incoming?.stream.destroy()
      await folder.forgetIncoming(fileId)
    },
  }
}

/** A booklet made here. */
export const bookletOf = (ctx: Ctx, fileName: string, bytes: Buffer): ReceivedFile => ({ fileId: ctx.newId(), fileName, size: bytes.length, mediaType: 'application/pdf', bytes })

async function firstBytes(place: string): Promise<Buffer> {
  await using file = await open(place)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
  return buffer.subarray(0, bytesRead)
}

function mediaTypeOf(head: Buffer): 'application/pdf' | 'video/mp4' | 'video/webm' | undefined {
  const at = (start: number, end: number) => head.toString('latin1', start, end)
  if (/^%PDF-[12]\.\d/.test(at(0, 8))) return 'application/pdf'
  if (at(4, 8) === 'ftyp' && /^(?:isom|iso[2-9]|mp4[12]|avc1|dash|M4V |MSNV|qt {2})/.test(at(8, 12))) return 'video/mp4'
  if (at(0, 4) === '\x1aE\xdf\xa3' && at(0, 64).includes('webm')) return 'video/webm'
  return undefined
}

const isWholePdf = (bytes: Buffer) => bytes.subarray(-1024).includes('%%EOF')

const tidyName = (fileName: string) =>
  (fileName.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{C}"<>|:*?]/gu, '')
    .trim()
    .slice(-100) || 'fichier'
