import { OpenBadgesError, type OpenedZip, openZip } from '@boat/openbadges'
import { unzipSync } from 'fflate'
import { refuse } from '../archive.errors.ts'
import { ArchiveData } from './archive-data.schema.ts'

export const MAX_ZIP_BYTES = 64 * 1024 * 1024
const LIMITS = { maxFiles: 5000, maxBytes: 256 * 1024 * 1024 }
const MAX_BADGES = 1000

/** A badge as it waits in a zip: `id` where it came from, if the zip says so. */
export type Waiting = { path: string; fileName: string; name: string | null; id: string | null; sentence: string; tags: string[] }
export type ReadArchive = { badges: Waiting[]; data: ArchiveData | null; read: OpenedZip['read'] }

const BADGE = /\.(?:png|svg|json|jsonld|jwt|jws|txt)$/i
/** What some systems put into every zip. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.)/

/** An archive of a BOAT platform, or any zip with files of badges in it. */
export function readArchive(bytes: Uint8Array): ReadArchive {
  const zip = open(bytes)
  const manifest = zip.paths.filter((path) => path.split('/').at(-1) === 'manifest.json').toSorted((one, other) => one.length - other.length)[0]
  const root = manifest?.slice(0, -'manifest.json'.length) ?? ''
  const read = (path: string) => zip.read(root + path)
  const data = manifest === undefined ? null : readData(read('data.json'))
  const badges = data ? listKept(data) : listFiles(zip, root, manifest !== undefined)
  if (badges.length > MAX_BADGES) throw refuse('zip_too_large')
  if (badges.length === 0 && !data) throw refuse('nothing_to_bring')
  return { badges, data, read }
}

function open(bytes: Uint8Array): OpenedZip {
  try {
    return openZip(bytes, LIMITS, unzipSync)
  } catch (error) {
    if (!(error instanceof OpenBadgesError)) throw error
    throw refuse(error.code === 'zip_too_large' || error.code === 'unsafe_zip' ? error.code : 'not_a_zip')
  }
}

function readData(bytes: Uint8Array | undefined): ArchiveData | null {
  if (!bytes) return null
  try {
    const json = JSON.parse(new TextDecoder().decode(bytes)) as { format?: unknown; version?: unknown }
    if (json.format === 'boat-passport' && Number(json.version) > 1) throw refuse('unsupported_archive')
    return ArchiveData.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError')) return null
    throw error
  }
}

/** What was declined there is not kept here. */
const listKept = ({ badges }: ArchiveData): Waiting[] =>
  badges
    .filter(({ response }) => response !== 'declined')
    .map(({ id, file, name, fileName, sentence, tags }) => ({ path: file, fileName: fileName ?? nameOf(file), name: name || null, id, sentence, tags }))

/** Of an archive whose data.json is damaged the signed files are still good; the pictures beside them hold the same badges. */
const listFiles = ({ paths }: OpenedZip, root: string, isArchive: boolean): Waiting[] =>
  paths
    .map((path) => path.slice(root.length))
    .filter((path) => (isArchive ? /^(?:credentials\/.*\.json|imported\/.*)$/.test(path) : BADGE.test(path) && !LITTER.test(path)))
    .map((path) => ({ path, fileName: nameOf(path), name: null, id: null, sentence: '', tags: [] }))

const nameOf = (path: string): string => path.split('/').at(-1)!
