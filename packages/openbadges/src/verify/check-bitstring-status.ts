import { OpenBadgesError } from '../errors.ts'
import { decodeStatusList } from '../status/encode-status-list.ts'
import { getStatusValue, MIN_STATUS_LIST_LENGTH } from '../status/status-list.ts'
import { readForm } from '../template/seen.ts'
import { asArray, isJsonObject, type JsonObject, typesOf } from '../terms/json.ts'
import { checkIssuer } from './check-issuer.ts'
import { checkProof } from './check-proof.ts'
import { checkValidity } from './check-validity.ts'
import { readDocument } from './read-document.ts'
import { type Check, type Finding, found, refused, toCheck } from './report.ts'
import { issuerIdOf, type Verification, withoutProof } from './verification.ts'

const LIST_TYPES = ['BitstringStatusListCredential', 'StatusList2021Credential']
const SUBJECT_TYPES = ['BitstringStatusList', 'StatusList2021']

/**
 * One entry of a Bitstring Status List (or of its ancestor StatusList2021): the list is itself a credential that is
 * verified before any bit of it is believed. The credential, which is signed, chooses the list by its address; a list
 * that is of another issuer or was made for another address is told as a warning.
 *
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm
 */
export async function checkBitstringStatus(verification: Verification, entry: JsonObject): Promise<Check> {
  const { statusListCredential: url, statusListIndex, statusPurpose, statusSize = 1 } = entry
  if (typeof url !== 'string' || typeof statusPurpose !== 'string') return toCheck('status', 'failed', 'unsupported_status', 'an incomplete entry')
  if (!isSize(statusSize)) return toCheck('status', 'undetermined', 'unsupported_status', `statusSize ${statusSize}`)
  if (typeof statusListIndex === 'number') verification.warnings.push({ code: 'status_index_not_text', detail: String(statusListIndex) })
  const index = /^\d{1,8}$/.test(String(statusListIndex)) ? Number(statusListIndex) : Number.NaN
  const list = await loadList(verification, url, statusPurpose)
  if (!list.ok) return toCheck('status', list.outcome, list.code, list.detail)
  try {
    const bits = await decodeStatusList(list.value)
    const length = Math.floor(bits.length / statusSize)
    if (length < MIN_STATUS_LIST_LENGTH) verification.warnings.push({ code: 'status_list_too_short', detail: `${length} entries` })
    return report(entry, statusPurpose, getStatusValue(bits, index, statusSize))
  } catch (error) {
    return toCheck('status', 'failed', 'status_list_not_verified', error instanceof OpenBadgesError ? error.message : undefined)
  }
}

const isSize = (size: unknown): size is number => Number.isInteger(size) && Number(size) >= 1 && Number(size) <= 8

/** What the value means for the purpose. Zero is "nothing to say"; any other value of a purpose that is not known is an open question. */
function report(entry: JsonObject, purpose: string, value: number): Check {
  const { statusSize = 1 } = entry
  const detail = purpose === 'message' || statusSize !== 1 ? describe(entry, value) : undefined
  const isUnsaid = detail === undefined && statusSize !== 1
  if (purpose === 'message')
    return toCheck('status', isUnsaid ? 'undetermined' : 'passed', isUnsaid ? 'unsupported_status' : undefined, detail ?? `message 0x${value.toString(16)}`)
  if (purpose === 'refresh' || value === 0) return toCheck('status', 'passed', undefined, detail)
  if (purpose === 'revocation' && statusSize === 1) return toCheck('status', 'failed', 'revoked')
  if (purpose === 'suspension' && statusSize === 1) return toCheck('status', 'failed', 'suspended')
  return toCheck('status', 'undetermined', 'unsupported_status', `${purpose} ${detail ?? value}`)
}

/** The words that the entry has for a value (`statusMessage`), as `0x1: accepted`. */
function describe(entry: JsonObject, value: number): string | undefined {
  const found = asArray(entry.statusMessage)
    .filter(isJsonObject)
    .find(({ status }) => typeof status === 'string' && /^0x[\da-f]{1,2}$/i.test(status) && Number.parseInt(status, 16) === value)
  return found && `0x${value.toString(16)}: ${found.message}`
}

/** The `encodedList` of a verified list for that purpose. */
async function loadList(verification: Verification, url: string, purpose: string): Promise<Finding<string>> {
  const loaded = await verification.loader(url)
  if (!loaded.ok) return loaded
  const refuse = (detail: string) => refused('status_list_not_verified', `${url}: ${detail}`)
  let list: Verification
  try {
    const read = readDocument(loaded.value.body)
    if (read.kind === 'address') return refuse('not a credential')
    const { signedBy: _, form: __, ...shared } = verification
    list = { ...shared, document: read.document, jws: read.jws, domain: undefined, challenge: undefined, warnings: [] }
    list.form = await readForm(withoutProof(read.document), verification.sha256)
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'unreadable')
  }
  const { document } = list
  const subject = document.credentialSubject
  if (!typesOf(document).some((type) => LIST_TYPES.includes(type))) return refuse('not a status list credential')
  if (!isJsonObject(subject) || !typesOf(subject).some((type) => SUBJECT_TYPES.includes(type))) return refuse('not a status list')
  if (!asArray(subject.statusPurpose).includes(purpose)) return refuse(`not a list for ${purpose}`)
  for (const step of [checkProof, checkIssuer, checkValidity]) {
    const check = await step(list)
    if (check.outcome === 'undetermined') return { ok: false, outcome: 'undetermined', code: check.code ?? 'unavailable', detail: `${url}: ${check.detail}` }
    if (check.outcome !== 'passed') return refuse(`${check.code}`)
  }
  if (document.id !== undefined && document.id !== url) verification.warnings.push({ code: 'status_list_elsewhere', detail: String(document.id) })
  if (issuerIdOf(document) !== issuerIdOf(verification.document)) verification.warnings.push({ code: 'status_list_by_another_issuer', detail: issuerIdOf(document) })
  return typeof subject.encodedList === 'string' ? found(subject.encodedList) : refuse('no encodedList')
}
