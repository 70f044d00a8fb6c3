import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inspectCredential } from '@boat/openbadges'
import { COLUMNS, type ListRow } from './read-list.ts'

/**
 * The mark of a row: the same for the same cells in the same series (achievement, issuer, key, form), and by the secret
 * nothing that a stranger could guess at. Credential ids begin with it, so that a run that was interrupted goes on where it
 * stopped; the rest of an id is random, so that no two credentials ever share one.
 */
export function makeRowMark(secret: string, series: unknown): (row: ListRow) => string {
  const key = createHmac('sha256', secret).update(JSON.stringify(series)).digest()
  return ({ cells }) =>
    createHmac('sha256', key)
      .update(JSON.stringify(COLUMNS.map((column) => cells[column] ?? '')))
      .digest('hex')
      .slice(0, 12)
}

/** A new id that begins with the mark: a UUID of version 8. */
export function makeMarkedId(mark: string): string {
  const tail = randomBytes(10)
  tail[0] = ((tail[0] as number) & 0x0f) | 0x80
  tail[2] = ((tail[2] as number) & 0x3f) | 0x80
  const hex = tail.toString('hex')
  return `${prefixOf(mark)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`
}

const prefixOf = (mark: string) => `urn:uuid:${mark.slice(0, 8)}-${mark.slice(8)}`

/** The id of the credential in a file, when it is the one of that mark. */
export function findIssued(path: string, mark: string): string | undefined {
  try {
    const { id } = inspectCredential(new Uint8Array(readFileSync(path)))
    return id?.startsWith(`${prefixOf(mark)}-`) ? id : undefined
  } catch {
    // not there yet, or cut off when the run was interrupted
    return undefined
  }
}
