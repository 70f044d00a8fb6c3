import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { fullInput, makeSigner } from '../../test/support.ts'
import { makeWeb, publish } from '../../test/web.ts'
import {
  buildAchievementCredential,
  buildStatusListCredential,
  createStatusList,
  encodeStatusList,
  type JsonObject,
  type StatusPurpose,
  setStatus,
  signCredential,
  verifyCredential,
} from '../index.ts'

const did = 'did:web:badges.example'
const signer = makeSigner(did)
const created = new Date('2026-11-23T10:00:05Z')
const listUrl = 'https://badges.example/status/1'
const keys = publish(did, { type: 'Ed25519', publicKey: signer.publicKey })

async function makeList(set: number[], purpose: StatusPurpose | StatusPurpose[], changes: { length?: number; ttl?: number } = {}) {
  const list = createStatusList(changes)
  for (const index of set) setStatus(list, index, true)
  const credential = buildStatusListCredential({ id: listUrl, issuer: did, purpose, encodedList: await encodeStatusList(list), validFrom: created })
  return signCredential(credential, { signer, created })
}

async function statusOf(entries: object | object[], list: unknown) {
  const credential = { ...buildAchievementCredential(fullInput(did)), credentialStatus: entries }
  const report = await verifyCredential(await signCredential(credential, { signer, created }), { load: makeWeb({ ...keys, [listUrl]: list }), now: created })
  return { ...report.checks.find(({ check }) => check === 'status'), warnings: report.warnings.map(({ code }) => code) }
}
const entry = (purpose: string, index: number, more: object = {}) => ({
  type: 'BitstringStatusListEntry',
  statusPurpose: purpose,
  statusListIndex: String(index),
  statusListCredential: listUrl,
  ...more,
})

describe('a list of several purposes', () => {
  test('answers for each of them, and for no other', async () => {
    const list = await makeList([7], ['revocation', 'suspension'])
    expect(await statusOf([entry('revocation', 6), entry('suspension', 8)], list)).toMatchObject({ outcome: 'passed' })
    expect(await statusOf([entry('revocation', 6), entry('suspension', 7)], list)).toMatchObject({ outcome: 'failed', code: 'suspended' })
    expect(await statusOf(entry('revocation', 7), list)).toMatchObject({ outcome: 'failed', code: 'revoked' })
    expect(await statusOf(entry('message', 7), list)).toMatchObject({ outcome: 'failed', code: 'status_list_not_verified' })
  })
})

describe('an entry of several bits', () => {
  const messages = { statusSize: 2, statusMessage: [0, 1, 2].map((status) => ({ status: `0x${status}`, message: ['in review', 'accepted', 'late'][status] })) }
  let list: object
  beforeAll(async () => {
    // Entry 5 is 01, entry 6 is 10, entry 7 is 11.
    list = await makeList([11, 12, 14, 15], ['message', 'revocation'], { length: 262_144 })
  })

  test('is read whole and told in the issuer’s words', async () => {
    expect(await statusOf(entry('message', 5, messages), list)).toMatchObject({ outcome: 'passed', detail: '0x1: accepted', warnings: [] })
    expect(await statusOf(entry('message', 6, messages), list)).toMatchObject({ outcome: 'passed', detail: '0x2: late' })
    expect(await statusOf(entry('message', 4, messages), list)).toMatchObject({ outcome: 'passed', detail: '0x0: in review' })
  })

  test('that says what it has no words for, or is no message, leaves the question open', async () => {
    expect(await statusOf(entry('message', 7, messages), list)).toMatchObject({ outcome: 'undetermined', code: 'unsupported_status' })
    expect(await statusOf(entry('message', 5, { statusSize: 2 }), list)).toMatchObject({ outcome: 'undetermined', code: 'unsupported_status' })
    expect(await statusOf(entry('revocation', 5, messages), list)).toMatchObject({ outcome: 'undetermined', code: 'unsupported_status', detail: 'revocation 0x1: accepted' })
    expect(await statusOf(entry('revocation', 4, messages), list)).toMatchObject({ outcome: 'passed' })
  })

  test('whose size is none leaves the question open', async () => {
    for (const statusSize of [0, -1, 1.5, 9])
      expect(await statusOf(entry('message', 5, { statusSize }), list)).toMatchObject({ outcome: 'undetermined', code: 'unsupported_status' })
  })

  test('outside the list is never clear', async () => {
    expect(await statusOf(entry('message', 131_071, messages), list)).toMatchObject({ outcome: 'passed' })
    for (const index of [131_072, 262_143, 99_999_999])
      expect(await statusOf(entry('message', index, messages), list)).toMatchObject({ outcome: 'failed', code: 'status_list_not_verified' })
    for (const index of ['-1', '1e3', '0x1', '', ' 1']) {
      expect(await statusOf({ ...entry('revocation', 0), statusListIndex: index }, list)).toMatchObject({ outcome: 'failed', code: 'status_list_not_verified' })
    }
  })
})

describe('StatusList2021', () => {
  const context = ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vc/status-list/2021/v1', 'https://w3id.org/security/data-integrity/v2']
  const make = async (set: number[]) => {
    const list = createStatusList()
    for (const index of set) setStatus(list, index, true)
    const document = {
      '@context': context,
      id: listUrl,
      type: ['VerifiableCredential', 'StatusList2021Credential'],
      issuer: did,
      issuanceDate: '2026-11-23T10:00:00Z',
      credentialSubject: { id: `${listUrl}#list`, type: 'StatusList2021', statusPurpose: 'revocation', encodedList: Buffer.from(gzipSync(list.bits)).toString('base64url') },
    }
    return signCredential(document, { signer, created })
  }
  const { '@context': _, validFrom, validUntil, ...rest } = buildAchievementCredential(fullInput(did))
  const statusOf2021 = async (list: unknown) => {
    const credential = {
      '@context': [context[0], 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', ...context.slice(1)],
      ...rest,
      issuanceDate: validFrom,
      expirationDate: validUntil,
      credentialStatus: { id: `${listUrl}#3`, type: 'StatusList2021Entry', statusPurpose: 'revocation', statusListIndex: '3', statusListCredential: listUrl },
    } as unknown as JsonObject
    const report = await verifyCredential(await signCredential(credential, { signer, created }), { load: makeWeb({ ...keys, [listUrl]: list }), now: created })
    return [report.outcome, ...report.checks.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)]
  }

  test('is read: as an entry and as a list', async () => {
    expect(await statusOf2021(await make([]))).toEqual(['verified'])
    expect(await statusOf2021(await make([3]))).toEqual(['not-verified', 'revoked'])
    expect(await statusOf2021({ ...(await make([3])), issuanceDate: '2026-11-22T10:00:00Z' })).toEqual(['not-verified', 'status_list_not_verified'])
  })
})

test('a list says so where it is another’s, elsewhere or too short, and is refused where it is not signed by who it says', async () => {
  const other = makeSigner('did:web:lists.example', 'lists')
  const credential = buildStatusListCredential({
    id: 'https://lists.example/1',
    issuer: 'did:web:lists.example',
    purpose: 'revocation',
    encodedList: `u${Buffer.from(gzipSync(new Uint8Array(12_500))).toString('base64url')}`,
    validFrom: created,
  })
  const signed = await signCredential(credential, { signer: other, created })
  const web = { ...keys, ...publish('did:web:lists.example', { type: 'Ed25519', publicKey: other.publicKey }), [listUrl]: signed }
  const badge = { ...buildAchievementCredential(fullInput(did)), credentialStatus: entry('revocation', 5) }
  const report = await verifyCredential(await signCredential(badge, { signer, created }), { load: makeWeb(web), now: created })
  expect([report.outcome, report.warnings.map(({ code }) => code)]).toEqual(['verified', ['status_list_elsewhere', 'status_list_by_another_issuer', 'status_list_too_short']])
})
