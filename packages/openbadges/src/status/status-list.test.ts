import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodeBase64url } from '../encoding/base64url.ts'
import { statusEntry } from './build-status-list-credential.ts'
import { decodeStatusList, encodeStatusList } from './encode-status-list.ts'
import { createStatusList, getStatus, setStatus } from './status-list.ts'

test('an entry is set, read and cleared, and its neighbours are not', async () => {
  const list = createStatusList()
  setStatus(list, 94567, true)
  const decoded = await decodeStatusList(await encodeStatusList(list))
  expect(decoded.length).toBe(131072)
  expect([94566, 94567, 94568].map((index) => getStatus(decoded, index))).toEqual([false, true, false])
  setStatus(decoded, 94567, false)
  expect(decoded.bits.every((byte) => byte === 0)).toBe(true)
})

test('index 0 is the highest bit of the first byte', () => {
  const list = createStatusList()
  setStatus(list, 0, true)
  expect(list.bits[0]).toBe(128)
})

test('the example of the recommendation is an empty list', async () => {
  const list = await decodeStatusList('uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA')
  expect([list.length, list.bits.some((byte) => byte !== 0)]).toEqual([131072, false])
})

test('an index that is not in the list is an error', () => {
  const list = createStatusList()
  for (const index of [-1, 131072, 1.5, Number.NaN]) {
    expect(() => getStatus(list, index)).toThrow(expect.objectContaining({ code: 'status_index_out_of_range' }))
    expect(() => setStatus(list, index, true)).toThrow(expect.objectContaining({ code: 'status_index_out_of_range' }))
  }
  expect(() => statusEntry({ statusListCredential: 'https://x.example', index: -1, purpose: 'revocation' })).toThrow(expect.objectContaining({ code: 'status_index_out_of_range' }))
})

test('a list below the minimum that protects people is not created', () => {
  for (const length of [100_000, 131_073, 2 ** 24]) expect(() => createStatusList({ length })).toThrow(expect.objectContaining({ code: 'invalid_argument' }))
})

test('a bomb is left at 1 MiB, and garbage is an error', async () => {
  const bomb = `u${encodeBase64url(gzipSync(new Uint8Array(32 * 1024 * 1024)))}`
  await expect(decodeStatusList(bomb)).rejects.toMatchObject({ code: 'status_list_too_large' })
  for (const text of ['u', 'uAAAA', 'u!!!', 'uH4sIAAAAAAAAA']) await expect(decodeStatusList(text)).rejects.toMatchObject({ code: 'invalid_status_list' })
})
