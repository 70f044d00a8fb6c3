import { refuse } from '#kit/errors.ts'

/** The version named in an address; undefined for the latest. */
export function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,6}$/.test(text)) throw refuse('not_found')
  return Number(text)
}
