import { OpenBadgesError } from '../errors.ts'
import { getStatus, type StatusList } from './status-list.ts'

/** So many times a place is drawn before the free ones are counted. */
const MAX_DRAWS = 64

/**
 * A free entry of a list, each as likely as any other: a sequence would tell who received when. The list is not
 * changed; mark the entry as taken with `setStatus` before asking for another.
 *
 * A list that is left when it is half full finds its entry in two draws on average; a fuller one is searched.
 *
 * @param taken the entries in use: set when taken
 * @param random a whole number from 0 to below its argument, uniformly and unpredictably: `randomInt` of node:crypto
 * @returns the index, 0 to `taken.length - 1`
 * @throws OpenBadgesError `status_list_full` when no entry is free; `invalid_argument` for a number out of range
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry
 * @example
 * const index = allocateIndex(taken, randomInt)
 * setStatus(taken, index, true)
 */
export function allocateIndex(taken: StatusList, random: (below: number) => number): number {
  const draw = (below: number) => {
    const drawn = random(below)
    if (Number.isInteger(drawn) && drawn >= 0 && drawn < below) return drawn
    throw new OpenBadgesError('invalid_argument', `random: a whole number from 0 to below ${below}`)
  }
  for (let draws = 0; draws < MAX_DRAWS && taken.length > 0; draws++) {
    const index = draw(taken.length)
    if (!getStatus(taken, index)) return index
  }
  const free = []
  for (let index = 0; index < taken.length; index++) if (!getStatus(taken, index)) free.push(index)
  if (free.length === 0) throw new OpenBadgesError('status_list_full', `all ${taken.length} entries are taken`)
  return free[draw(free.length)] as number
}
