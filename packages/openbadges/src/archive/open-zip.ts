import { OpenBadgesError } from '../errors.ts'

/** How much a zip of a stranger may hold: how many files, and how many bytes once they are unpacked. */
export type ZipLimits = { maxFiles: number; maxBytes: number }

/** How the caller unpacks: `unzipSync` of fflate fits. It asks `filter` of each file that the zip lists before it touches its bytes, and gives no file more bytes than listed. */
export type Unzip = (bytes: Uint8Array, options: { filter: (file: ListedFile) => boolean }) => Record<string, Uint8Array>
type ListedFile = { name: string; originalSize: number }

/** What lies in a zip. */
export type OpenedZip = {
  /** In the order in which they lie, folders left out. */
  paths: string[]
  /** Undefined where there is no such file. */
  read(path: string): Uint8Array | undefined
}

/**
 * Unpacks a zip that a stranger made, in memory. What could hurt is refused by what its list says, before a file is unpacked, and no file becomes larger
 * than the list said: more than the limits, names that lead out of the folder or come twice.
 *
 * Not checked: the checksums of the zip. `openArchive` compares with better ones, and a badge carries its own.
 *
 * @throws OpenBadgesError `unreadable_zip`, `unsafe_zip`, `zip_too_large`
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 * @example
 * const zip = openZip(bytes, { maxFiles: 2000, maxBytes: 64_000_000 }, unzipSync)
 * for (const path of zip.paths) console.log(path, zip.read(path)!.length)
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits, unzip: Unzip): OpenedZip {
  try {
    const files = unzip(bytes, { filter: guard(limits) })
    return { paths: Object.keys(files), read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined) }
  } catch (cause) {
    if (cause instanceof OpenBadgesError) throw cause
    throw new OpenBadgesError('unreadable_zip', 'not a zip, or damaged', { cause })
  }
}

/** Called with each file of the list before any of its bytes is touched. */
function guard({ maxFiles, maxBytes }: ZipLimits): (file: ListedFile) => boolean {
  const seen = new Set<string>()
  let unpacked = 0
  return ({ name, originalSize }) => {
    if (name.endsWith('/') && isSafe(name.slice(0, -1))) return false
    if (!isSafe(name)) throw new OpenBadgesError('unsafe_zip', `the name ${JSON.stringify(name.slice(0, 100))}`)
    // "é" has two spellings, and some systems know no capitals.
    const key = name.normalize('NFC').toLowerCase()
    if (seen.has(key)) throw new OpenBadgesError('unsafe_zip', `"${name}" is there twice`)
    seen.add(key)
    unpacked += originalSize
    if (seen.size > maxFiles) throw new OpenBadgesError('zip_too_large', `more than ${maxFiles} files`)
    if (unpacked > maxBytes) throw new OpenBadgesError('zip_too_large', `more than ${maxBytes} bytes once unpacked`)
    return true
  }
}

const isSafe = (path: string): boolean =>
  path.length > 0 && path.length <= 500 && !/[\p{Cc}\\]|^[/~]|^[A-Za-z]:/u.test(path) && !path.split('/').some((part) => part === '' || part === '.' || part === '..')
