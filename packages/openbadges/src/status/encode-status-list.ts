import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { OpenBadgesError } from '../errors.ts'
import { gunzip, gzip } from './gzip.ts'
import { MAX_STATUS_LIST_LENGTH, type StatusList } from './status-list.ts'

/** A compressed list longer than this (base64url letters) is not read. */
const MAX_ENCODED_LENGTH = 2 * 1024 * 1024

/**
 * The list as `encodedList`: multibase base64url (`u…`) of the gzip of its bits. Never throws.
 *
 * @returns the `encodedList` of a `BitstringStatusList`
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-generation-algorithm
 * @example
 * buildStatusListCredential({ id, issuer, purpose: 'revocation', encodedList: await encodeStatusList(list), validFrom: now })
 */
export async function encodeStatusList(list: StatusList): Promise<string> {
  return `u${encodeBase64url(await gzip(list.bits))}`
}

/**
 * The list of an `encodedList`. The `u` may be missing, as in StatusList2021.
 *
 * Lists shorter than the standard's minimum are read: whether they are acceptable is the caller's question.
 *
 * @throws OpenBadgesError `invalid_status_list`, `status_list_too_large` (more than 1 MiB of bits)
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-expansion-algorithm
 * @example
 * const list = await decodeStatusList(credential.credentialSubject.encodedList)
 * getStatus(list, 94567) // true when revoked
 */
export async function decodeStatusList(encodedList: string): Promise<StatusList> {
  if (encodedList.length > MAX_ENCODED_LENGTH) {
    throw new OpenBadgesError('status_list_too_large', 'encodedList is too long')
  }
  let compressed: Uint8Array
  try {
    compressed = decodeBase64url(encodedList.replace(/^u/, '').replace(/=+$/, ''))
  } catch (cause) {
    throw new OpenBadgesError('invalid_status_list', 'encodedList is not base64url', { cause })
  }
  const bits = await gunzip(compressed, MAX_STATUS_LIST_LENGTH / 8)
  return { length: bits.length * 8, bits }
}
