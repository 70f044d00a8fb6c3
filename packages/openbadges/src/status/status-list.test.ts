import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { encodeBase64url } from '../encoding/base64url.ts'
import { allocateIndex } from './allocate-index.ts'
import { statusEntry } from './build-status-list-credential.ts'
import { decodeStatusList, encodeStatusList } from './encode-status-list.ts'
import { createStatusList, getStatus, getStatusValue, setStatus } from './status-list.ts'

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

test('an entry of several bits is read whole, and the last one ends with the list', () => {
  const list = createStatusList()
  setStatus(list, 6, true)
  expect([0, 1, 2, 3, 4].map((index) => getStatusValue(list, index, 2))).toEqual([0, 0, 0, 2, 0])
  expect(getStatusValue(list, 1, 4)).toBe(2)
  expect(getStatusValue(list, 65_535, 2)).toBe(0)
  expect(() => getStatusValue(list, 65_536, 2)).toThrow(expect.objectContaining({ code: 'status_index_out_of_range' }))
  expect(() => getStatusValue(list, 43_690, 3)).toThrow(expect.objectContaining({ code: 'status_index_out_of_range' }))
  for (const size of [0, 1.5, 9]) expect(() => getStatusValue(list, 0, size)).toThrow(expect.objectContaining({ code: 'invalid_argument' }))
})

describe('an index', () => {
  const listOf = (length: number, taken: number[]) => {
    const list = { length, bits: new Uint8Array(length / 8) }
    for (const index of taken) setStatus(list, index, true)
    return list
  }
  /** A generator that gives the same in every run. */
  const makeRandom = (seed = 1) => {
    let state = seed
    return (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
  }

  test('is a free one, each as often as any other', () => {
    const taken = [0, 1, 2, 5, 7, 9, 12]
    const counts = new Map<number, number>()
    const random = makeRandom()
    for (let times = 0; times < 9000; times++) {
      const index = allocateIndex(listOf(16, taken), random)
      counts.set(index, (counts.get(index) ?? 0) + 1)
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([3, 4, 6, 8, 10, 11, 13, 14, 15])
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  test('is found until the list is full, and then is refused', () => {
    const list = listOf(64, [])
    const random = makeRandom()
    for (let times = 0; times < 64; times++) setStatus(list, allocateIndex(list, random), true)
    expect(() => allocateIndex(list, random)).toThrow(expect.objectContaining({ code: 'status_list_full' }))
    expect(() => allocateIndex(listOf(0, []), random)).toThrow(expect.objectContaining({ code: 'status_list_full' }))
  })

  test('is found in a list that is nearly full, even by a bad generator', () => {
    expect(allocateIndex(listOf(64, [...Array(63).keys()]), () => 0)).toBe(63)
  })

  test('is refused from a generator that leaves its range', () => {
    for (const drawn of [-1, 16, 0.5, Number.NaN]) expect(() => allocateIndex(listOf(16, []), () => drawn)).toThrow(expect.objectContaining({ code: 'invalid_argument' }))
  })
})
