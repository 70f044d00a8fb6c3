import { createHash } from 'node:crypto'

/** The same thing of the same archive has the same id here however often it is brought: a UUID of whose it is and what it was. */
export function newIdOf(personId: string, formerId: string): string {
  const hex = createHash('sha256').update(`archive:${personId}:${formerId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
