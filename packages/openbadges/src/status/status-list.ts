import { OpenBadgesError } from '../errors.ts'

/** The least number of entries that hides who is who (16 KB of bits). */
export const MIN_STATUS_LIST_LENGTH = 131_072
/** The most that is created or read: 1 MiB of bits. */
export const MAX_STATUS_LIST_LENGTH = 8 * 1024 * 1024

/**
 * A bit for each credential. Bit 0 is the left-most, the highest bit of the first byte.
 *
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-encoding
 */
export type StatusList = { length: number; bits: Uint8Array }

/**
 * A list of which no entry is set.
 *
 * @param options.length entries; at least 131,072 (the default), a multiple of 8
 * @throws OpenBadgesError `invalid_argument`
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-generation-algorithm
 * @example
 * const list = createStatusList() // 131,072 entries, 16 KB
 */
export function createStatusList(options: { length?: number } = {}): StatusList {
  const { length = MIN_STATUS_LIST_LENGTH } = options
  const isInRange = length >= MIN_STATUS_LIST_LENGTH && length <= MAX_STATUS_LIST_LENGTH
  if (!Number.isInteger(length) || length % 8 !== 0 || !isInRange) {
    throw new OpenBadgesError('invalid_argument', 'length: a multiple of 8, 131072 to 8388608')
  }
  return { length, bits: new Uint8Array(length / 8) }
}

function assertIndex(list: StatusList, index: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= list.length) {
    throw new OpenBadgesError('status_index_out_of_range', `index ${index} of ${list.length}`)
  }
}

/**
 * Sets or clears one entry, in place.
 *
 * @param index 0 to `list.length - 1`
 * @throws OpenBadgesError `status_index_out_of_range`
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-encoding
 * @example
 * setStatus(list, 94567, true)
 */
export function setStatus(list: StatusList, index: number, isSet: boolean): void {
  assertIndex(list, index)
  const mask = 128 >> (index % 8)
  const byte = list.bits[index >> 3] as number
  list.bits[index >> 3] = isSet ? byte | mask : byte & ~mask
}

/**
 * Whether one entry is set.
 *
 * @param index 0 to `list.length - 1`
 * @throws OpenBadgesError `status_index_out_of_range`
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-encoding
 * @example
 * getStatus(list, 94567) // false
 */
export function getStatus(list: StatusList, index: number): boolean {
  assertIndex(list, index)
  return ((list.bits[index >> 3] as number) & (128 >> (index % 8))) !== 0
}

/**
 * The value of one entry of a list whose entries have several bits (`statusSize`): entry `index` is the bits from
 * `index × size` on, the first of them the highest.
 *
 * @param size bits of each entry, 1 to 8
 * @throws OpenBadgesError `status_index_out_of_range`, also when its last bit is outside; `invalid_argument`
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry
 * @example
 * getStatusValue(list, 94567, 2) // 0 … 3
 */
export function getStatusValue(list: StatusList, index: number, size: number): number {
  if (!Number.isInteger(size) || size < 1 || size > 8) throw new OpenBadgesError('invalid_argument', 'size: 1 to 8 bits')
  assertIndex({ ...list, length: Math.floor(list.length / size) }, index)
  let value = 0
  for (let bit = index * size; bit < (index + 1) * size; bit++) value = value * 2 + Number(getStatus(list, bit))
  return value
}
