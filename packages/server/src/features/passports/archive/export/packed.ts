import type { ArchiveManifest } from '@boat/openbadges'
import type { ZipFile } from '#kit/zip.ts'

/** A file of the archive, and what the manifest says of it: that it is a badge, or the document of an address. */
export type Packed = ZipFile & { badge?: Omit<ArchiveManifest['badges'][number], 'path'>; url?: string }

export const textFile = (path: string, text: string): ZipFile => ({ path, bytes: Buffer.from(text) })
export const jsonFile = (path: string, content: object): ZipFile => textFile(path, `${JSON.stringify(content, null, 2)}\n`)
