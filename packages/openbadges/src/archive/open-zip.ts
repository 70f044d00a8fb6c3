import { crc32 } from '../bake/crc32.ts'
import { OpenBadgesError } from '../errors.ts'
import { pump } from '../status/gzip.ts'

/** How much a zip of a stranger may hold: how many files, and how many bytes once they are unpacked. */
export type ZipLimits = { maxFiles: number; maxBytes: number }

/** A zip whose list of files has been read; each is unpacked when it is asked for. */
export type OpenedZip = {
  /** In the order in which they lie, folders left out. */
  paths: string[]
  /** Its bytes, exactly as many as the zip says. Undefined where there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>
}

type Entry = { path: string; method: number; crc: number; packedSize: number; size: number; offset: number }

const END = 0x06054b50
const LISTED = 0x02014b50
const LOCAL = 0x04034b50
const SYMLINK = 0o120000

/**
 * Reads the list of files of a zip that a stranger made. Whatever could hurt is refused before anything is unpacked: more than the limits, files that
 * share their bytes (bombs), names that lead out of the folder or come twice, links, encryption.
 *
 * @throws OpenBadgesError `unreadable_zip`, `unsafe_zip`, `zip_too_large`
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 * @example
 * const zip = openZip(bytes, { maxFiles: 2000, maxBytes: 64_000_000 })
 * for (const path of zip.paths) console.log(path, await zip.read(path))
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): OpenedZip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = listEntries(view, limits)
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  return {
    paths: entries.map(({ path }) => path),
    read: async (path) => {
      const entry = byPath.get(path)
      return entry && unpack(view, entry)
    },
  }
}

function listEntries(view: DataView, { maxFiles, maxBytes }: ZipLimits): Entry[] {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > maxFiles) throw new OpenBadgesError('zip_too_large', `${count} files, more than ${maxFiles}`)
  const entries: Entry[] = []
  const seen = new Set<string>()
  let [at, packed, unpacked] = [view.getUint32(end + 16, true), 0, 0]
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(view, at)
    at = next
    if (entry.path.endsWith('/')) continue
    const key = entry.path.normalize('NFC').toLowerCase()
    if (seen.has(key)) throw unsafe(`"${entry.path}" is there twice`)
    seen.add(key)
    packed += entry.packedSize
    unpacked += entry.size
    if (unpacked > maxBytes) throw new OpenBadgesError('zip_too_large', `more than ${maxBytes} bytes once unpacked`)
    entries.push(entry)
  }
  if (packed > view.byteLength) throw unsafe('files that share their bytes')
  return entries
}

function readEntry(view: DataView, at: number): { entry: Entry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== LISTED) throw unreadable('its list of files is damaged')
  const flags = view.getUint16(at + 8, true)
  const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true))
  const [nameLength = 0] = lengths
  const next = at + 46 + lengths.reduce((sum, length) => sum + length, 0)
  if (next > view.byteLength) throw unreadable('its list of files is damaged')
  const entry: Entry = {
    path: new TextDecoder().decode(bytesOf(view, at + 46, nameLength)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
  assertSafe(entry.path)
  if (flags & 1) throw unreadable(`"${entry.path}" is encrypted`)
  if (((view.getUint32(at + 38, true) >>> 16) & 0o170000) === SYMLINK) throw unsafe(`"${entry.path}" is a link`)
  if (entry.method !== 0 && entry.method !== 8) throw unreadable(`"${entry.path}" is packed in a way that is not known`)
  if (entry.size === 0xffffffff || entry.packedSize === 0xffffffff || entry.offset === 0xffffffff) throw unreadable('files of more than 4 GB')
  return { entry, next }
}

/** The end of the list is the last thing in the file, but for a comment. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  throw unreadable('not a zip, or cut off')
}

function assertSafe(path: string): void {
  const isOdd = path.length === 0 || path.length > 500 || /[\p{Cc}\\]|^[/~]|^[A-Za-z]:/u.test(path)
  if (
    isOdd ||
    path
      .replace(/\/$/, '')
      .split('/')
      .some((part) => part === '' || part === '.' || part === '..')
  )
    throw unsafe(`the name ${JSON.stringify(path.slice(0, 100))}`)
}

async function unpack(view: DataView, { path, method, crc, packedSize, size, offset }: Entry): Promise<Uint8Array> {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw unreadable(`"${path}" is damaged`)
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > view.byteLength) throw unreadable(`"${path}" is cut off`)
  const packed = bytesOf(view, start, packedSize)
  const bytes = method === 0 ? packed : await inflate(packed, size, path)
  if (bytes.length !== size || crc32(bytes) !== crc) throw unreadable(`"${path}" is damaged`)
  return bytes
}

async function inflate(packed: Uint8Array, size: number, path: string): Promise<Uint8Array> {
  try {
    return await pump(new DecompressionStream('deflate-raw'), packed, size, 'unsafe_zip')
  } catch (cause) {
    if (cause instanceof OpenBadgesError) throw cause
    throw new OpenBadgesError('unreadable_zip', `"${path}" is damaged`, { cause })
  }
}

const bytesOf = (view: DataView, at: number, length: number) => new Uint8Array(view.buffer, view.byteOffset + at, length)
const unreadable = (why: string) => new OpenBadgesError('unreadable_zip', why)
const unsafe = (why: string) => new OpenBadgesError('unsafe_zip', why)
