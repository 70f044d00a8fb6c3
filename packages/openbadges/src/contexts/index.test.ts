import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonicalize } from '../proof/canonicalize.ts'
import { pinnedContexts } from './index.ts'

test('every pinned context is, byte for byte, what its hash says', () => {
  for (const { file, sha256 } of pinnedContexts.values()) {
    const body = readFileSync(new URL(file, import.meta.url))
    expect([file, createHash('sha256').update(body).digest('hex')]).toEqual([file, sha256])
  }
})

test('every context file is pinned', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.json'))
  expect(new Set([...pinnedContexts.values()].map(({ file }) => file))).toEqual(new Set(files))
})

test('VC Data Model 2.0 is the body whose digest the recommendation publishes', () => {
  expect(pinnedContexts.get('https://www.w3.org/ns/credentials/v2')?.sha256).toBe('59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734')
})

test('an unknown context is an error, not a fetch', async () => {
  const fetched: unknown[] = []
  const original = globalThis.fetch
  globalThis.fetch = (async (input: unknown) => {
    fetched.push(input)
    throw new Error('no network')
  }) as typeof fetch
  try {
    await expect(canonicalize({ '@context': 'https://example.org/context', name: 'x' })).rejects.toMatchObject({ code: 'unknown_context' })
    await expect(canonicalize({ '@context': ['https://www.w3.org/ns/credentials/v2', { name: 'https://schema.org/name' }] })).rejects.toMatchObject({
      code: 'inline_context',
    })
  } finally {
    globalThis.fetch = original
  }
  expect(fetched).toEqual([])
})

test('a term that the contexts do not define is an error', async () => {
  const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: 'urn:x:1', type: 'VerifiableCredential', invented: 'x' }
  await expect(canonicalize(document)).rejects.toMatchObject({ code: 'undefined_term' })
})
