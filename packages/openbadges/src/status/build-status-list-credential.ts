import { CREDENTIALS_V2 } from '../contexts/urls.ts'
import { OpenBadgesError } from '../errors.ts'
import type { CredentialStatus } from '../terms/credential.ts'
import { toDateTimeZ } from '../terms/dates.ts'

/** What an entry that is set means. */
export type StatusPurpose = 'revocation' | 'suspension' | 'refresh' | 'message'

/** A status list as its issuer publishes it, before it is signed. */
export type StatusListCredential = {
  '@context': string[]
  id: string
  type: string[]
  issuer: string
  validFrom: string
  validUntil?: string
  credentialSubject: {
    id: string
    type: 'BitstringStatusList'
    statusPurpose: string | string[]
    encodedList: string
    /** Milliseconds for which a copy may be kept. */
    ttl?: number
  }
}

/**
 * The credential that publishes a status list; sign it, and serve it at its `id`.
 *
 * @param input.id the address at which it will be served, which the entries name
 * @param input.issuer the id of the issuer of the credentials whose statuses it lists
 * @param input.purpose what an entry that is set means; several when the list serves several
 * @param input.encodedList from `encodeStatusList`
 * @param input.validFrom when it was made; written to the second
 * @param input.validUntil after which a verifier must ask again
 * @param input.ttl milliseconds for which a verifier may keep a copy
 * @throws OpenBadgesError `invalid_argument` when `encodedList` is not of `encodeStatusList`, or a date is none
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential
 * @example
 * const list = await signCredential(buildStatusListCredential({ id, issuer, purpose: ['revocation', 'suspension'], encodedList, validFrom: now }), { signer, created: now })
 */
export function buildStatusListCredential(input: {
  id: string
  issuer: string
  purpose: StatusPurpose | StatusPurpose[]
  encodedList: string
  validFrom: Date
  validUntil?: Date
  ttl?: number
}): StatusListCredential {
  if (!/^u[A-Za-z0-9_-]+$/.test(input.encodedList)) {
    throw new OpenBadgesError('invalid_argument', 'encodedList: the result of encodeStatusList')
  }
  return {
    '@context': [CREDENTIALS_V2],
    id: input.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: input.issuer,
    validFrom: toDateTimeZ(input.validFrom),
    ...(input.validUntil ? { validUntil: toDateTimeZ(input.validUntil) } : {}),
    credentialSubject: {
      id: `${input.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: input.purpose,
      encodedList: input.encodedList,
      ...(input.ttl === undefined ? {} : { ttl: input.ttl }),
    },
  }
}

/**
 * The `credentialStatus` of one credential: which entry of which list is its own.
 *
 * Choose the index at random among the free ones (`allocateIndex`): a sequence would tell who received when.
 *
 * @param input.statusListCredential the address of the list
 * @param input.index 0 and above
 * @param input.purpose one that the list serves
 * @param input.index which entry, of the list's length
 * @throws OpenBadgesError `status_index_out_of_range`
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry
 * @example
 * statusEntry({ statusListCredential: 'https://badges.example/status/1', index: 94567, purpose: 'revocation' })
 */
export function statusEntry(input: { statusListCredential: string; index: number; purpose: StatusPurpose }): CredentialStatus {
  if (!Number.isInteger(input.index) || input.index < 0) {
    throw new OpenBadgesError('status_index_out_of_range', `index ${input.index}`)
  }
  return {
    id: `${input.statusListCredential}#${input.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: input.purpose,
    statusListIndex: String(input.index),
    statusListCredential: input.statusListCredential,
  }
}
