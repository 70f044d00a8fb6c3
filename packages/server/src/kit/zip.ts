import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; bytes: Uint8Array }

const UTF8_NAMES = 0x0800
const DEFLATED = 8
const VERSION = 20
/** 1 January 1980, the first day that the format knows: the same files give the same bytes. */
const NO_DATE = 0x0021

/** A small archive (PKWARE APPNOTE 6.3, without ZIP64). */
export function zip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const title = Buffer.from(name)
    const packed = deflateRawSync(bytes)
    const shared = describe({ crc: crc32(bytes), packed: packed.length, size: bytes.length, title: title.length })
    const local = Buffer.concat([uint32(0x04034b50), shared, title, packed])
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(VERSION), shared, uint16(0), uint16(0), uint16(0), uint32(0), uint32(offset), title]))
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.concat([uint32(0x06054b50), uint32(0), uint16(entries.length), uint16(entries.length), uint32(listed.length), uint32(offset), uint16(0)])
  return new Uint8Array(Buffer.concat([...parts, listed, end]))
}

/** What a file says of itself, in front of it and in the directory. */
const describe = ({ crc, packed, size, title }: { crc: number; packed: number; size: number; title: number }) =>
  Buffer.concat([uint16(VERSION), uint16(UTF8_NAMES), uint16(DEFLATED), uint16(0), uint16(NO_DATE), uint32(crc), uint32(packed), uint32(size), uint16(title), uint16(0)])

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
