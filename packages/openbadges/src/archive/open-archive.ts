import { sha256 as portableSha256 } from '@noble/hashes/sha2.js'
import { z } from 'zod'
import { toHex } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import type { Load } from '../verify/load-document.ts'
import { type OpenedZip, openZip, type Unzip, type ZipLimits } from './open-zip.ts'

/** What a person takes along of a passport: 300 badges and their pages fit many times. */
const LIMITS: ZipLimits = { maxFiles: 5000, maxBytes: 512 * 1024 * 1024 }
const MANIFEST = 'manifest.json'
const MAX_MANIFEST = 4 * 1024 * 1024

const Path = z.string().min(1).max(500)

/** `manifest.json` of an archive: every file with its SHA-256, which of them are badges, and the documents with which these verify without a network. */
export const ArchiveManifest = z.object({
  format: z.literal('boat-archive'),
  version: z.literal(1),
  /** The day as of which the archive speaks. */
  madeAt: z.iso.datetime(),
  platform: z.object({ url: z.string() }),
  /** `received` where it was issued on that platform, `imported` where it came from elsewhere. */
  badges: z.array(z.object({ path: Path, kind: z.enum(['received', 'imported']), name: z.string() })),
  /** DID documents and status lists, by the address from which they came. */
  documents: z.array(z.object({ url: z.string(), path: Path })),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
})
/** What `manifest.json` of an archive says. */
export type ArchiveManifest = z.infer<typeof ArchiveManifest>

/** A file that is not what the manifest says. */
export type ArchiveProblem = { code: 'missing' | 'altered' | 'unlisted'; path: string }

/** An archive whose files have been compared with its manifest. */
export type OpenedArchive = {
  manifest: ArchiveManifest
  problems: ArchiveProblem[]
  /** By the path that the manifest gives. */
  read(path: string): Uint8Array | undefined
  /** Answers with the documents of the archive, and with nothing else. */
  load: Load
}

/**
 * Opens an archive of a passport, and compares each file with the hash that its manifest gives. That finds damage, not deceit: who a badge is by is for
 * `verifyCredential` to say, and the documents of `load` are those that the archive brings.
 *
 * @param options.unzip what unpacks: `unzipSync` of fflate fits
 * @param options.sha256 the platform's own hash, where there is a faster one
 * @throws OpenBadgesError `not_an_archive` for any other zip, `unsupported_archive` for a later version, and what `openZip` throws
 * @see https://www.imsglobal.org/spec/ob/v3p0/#verification-and-validation
 * @example
 * const { manifest, load, read } = openArchive(bytes, { unzip: unzipSync })
 * for (const { path } of manifest.badges) await verifyCredential(read(path)!, { load, now: new Date(manifest.madeAt) })
 */
export function openArchive(bytes: Uint8Array, options: { unzip: Unzip; sha256?: (data: Uint8Array) => Uint8Array }): OpenedArchive {
  const zip = openZip(bytes, LIMITS, options.unzip)
  const root = rootOf(zip)
  const manifest = readManifest(zip, root)
  const read = (path: string) => zip.read(root + path)
  const documents = new Map(manifest.documents.map(({ url, path }) => [url, path]))
  return {
    manifest,
    problems: compare(zip, root, manifest, options.sha256 ?? portableSha256),
    read,
    load: async (url) => {
      const path = documents.get(url)
      const body = path === undefined ? undefined : read(path)
      // Not in the archive is not "gone": it could not be asked.
      if (!body) throw new Error(`the archive does not hold ${url}`)
      return { url, status: 200, contentType: 'application/json', body }
    },
  }
}

/** Who unpacks an archive and packs it again often has a folder around it. */
function rootOf({ paths }: OpenedZip): string {
  if (paths.includes(MANIFEST)) return ''
  const [first = ''] = paths
  const folder = first.slice(0, first.indexOf('/') + 1)
  if (folder === '' || !paths.includes(folder + MANIFEST)) throw new OpenBadgesError('not_an_archive', `there is no ${MANIFEST} in it`)
  return folder
}

function readManifest(zip: OpenedZip, root: string): ArchiveManifest {
  const bytes = zip.read(root + MANIFEST)
  if (!bytes || bytes.length > MAX_MANIFEST) throw new OpenBadgesError('not_an_archive', `its ${MANIFEST} is too long`)
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new OpenBadgesError('not_an_archive', `its ${MANIFEST} is not JSON`, { cause })
  }
  const { format, version } = Object(json) as { format?: unknown; version?: unknown }
  if (format === 'boat-archive' && typeof version === 'number' && version > 1) throw new OpenBadgesError('unsupported_archive', `an archive of version ${version}`)
  const parsed = ArchiveManifest.safeParse(json)
  if (!parsed.success) throw new OpenBadgesError('not_an_archive', `its ${MANIFEST} is not that of an archive`, { cause: parsed.error })
  return parsed.data
}

function compare(zip: OpenedZip, root: string, { files, badges, documents }: ArchiveManifest, sha256: (data: Uint8Array) => Uint8Array): ArchiveProblem[] {
  const problems: ArchiveProblem[] = []
  for (const [path, expected] of Object.entries(files)) {
    const bytes = zip.read(root + path)
    if (!bytes) problems.push({ code: 'missing', path })
    else if (toHex(sha256(bytes)) !== expected) problems.push({ code: 'altered', path })
  }
  const listed = new Set([...Object.keys(files), MANIFEST].map((path) => root + path))
  const used = [...badges, ...documents].map(({ path }) => path)
  const unlisted = new Set([...zip.paths.filter((path) => !listed.has(path)).map((path) => path.slice(root.length)), ...used.filter((path) => !Object.hasOwn(files, path))])
  return [...problems, ...[...unlisted].map((path): ArchiveProblem => ({ code: 'unlisted', path }))]
}
