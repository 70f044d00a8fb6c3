import type { JsonObject } from '@boat/openbadges'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { FetchRefused } from '#kit/fetch.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../tests/support/make-app.ts'
import { DID_KEY_BADGE, makeIssuing, published } from './verification.fixture.ts'
import { verifySubmission } from './verify-submission.ts'

let platform: TestApp
let ctx: Ctx
let issuing: Awaited<ReturnType<typeof makeIssuing>>
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  issuing = await makeIssuing(platform)
})
afterAll(() => platform[Symbol.asyncDispose]())
// Each test starts with its whole minute of thirty verifications.
beforeEach(() => ctx.db.deleteFrom('rate_limit').execute())

describe('a badge of another platform', () => {
  const elsewhere = (pages: Record<string, { body: string | Uint8Array; type?: string; status?: number }>): Ctx => ({
    ...ctx,
    fetch: async (url) => {
      const page = pages[url]
      if (!page) throw new FetchRefused('url_unreachable')
      const body = typeof page.body === 'string' ? new TextEncoder().encode(page.body) : page.body
      return { url, status: page.status ?? 200, body, ...(page.type && { contentType: page.type }) }
    },
  })
  const verify = (world: Ctx, document: Uint8Array | string) => verifySubmission(world, { document, clientAddress: 'test' })

  test('signed with a key that is its own document is verified without any network', async () => {
    const { outcome, version, origin } = await verify(elsewhere({}), published(DID_KEY_BADGE))
    expect({ outcome, version, origin }).toEqual({ outcome: 'verified', version: '3.0', origin: null })
  })

  test('whose network is down is undetermined, not failed', async () => {
    const report = await verify(elsewhere({}), published('ob3-1edtech-validator/simple-did-web-method.json'))
    expect(report.outcome).toBe('undetermined')
    expect(await verify(elsewhere({}), 'https://badges.example.org/1')).toMatchObject({ outcome: 'undetermined', checks: [{ code: 'unavailable' }] })
  })

  test('hosted as Open Badges 2.0 is verified by its three documents, and not once it is gone', async () => {
    const json = (name: string) => ({ body: published(`ob2-validator-core/2_0_basic_${name}.json`) })
    const assertion = JSON.parse(new TextDecoder().decode(json('assertion').body)) as { id: string; badge: string }
    const badge = JSON.parse(new TextDecoder().decode(json('badgeclass').body)) as { issuer: string }
    const pages = { [assertion.id]: json('assertion'), [assertion.badge]: json('badgeclass'), [badge.issuer]: json('issuer') }
    const { outcome, version, checks } = await verify(elsewhere(pages), json('assertion').body)
    expect({ outcome, version, failed: checks.filter((check) => check.outcome === 'failed') }).toEqual({ outcome: 'verified', version: '2.0', failed: [] })
    const gone = await verify(elsewhere({ ...pages, [assertion.id]: { body: '', status: 410 } }), json('assertion').body)
    expect(gone.checks.find(({ check }) => check === 'status')).toMatchObject({ outcome: 'failed', code: 'revoked' })
  })

  test('is found behind its page, through the alternate that the page names', async () => {
    const html = '<!doctype html><head><link rel="stylesheet" href="/x.css"><LINK href="/b/1.json?a=1&amp;b=2" type="application/json" rel="alternate"></head>'
    const pages = {
      'https://badges.example.org/b/1': { body: html, type: 'text/html; charset=utf-8' },
      'https://badges.example.org/b/1.json?a=1&b=2': { body: published(DID_KEY_BADGE), type: 'application/json' },
    }
    for (const address of ['https://badges.example.org/b/1', 'badges.example.org/b/1', 'http://badges.example.org/b/1'])
      expect(await verify(elsewhere(pages), address)).toMatchObject({ outcome: 'verified', address: 'https://badges.example.org/b/1.json?a=1&b=2' })
  })

  test('signed by a stranger with an address of ours in it is never called ours', async () => {
    const { credentialId } = await issuing.issue()
    const stranger = JSON.parse(new TextDecoder().decode(published(DID_KEY_BADGE))) as JsonObject
    const { origin } = await verify(elsewhere({}), JSON.stringify({ ...stranger, id: `${TEST_ORIGIN}/credentials/${credentialId}` }))
    expect(origin).toEqual({ kind: 'altered' })
  })

  test('cannot send the platform to private addresses from inside', async () => {
    const { document } = await issuing.issue()
    const hostile = JSON.parse(document) as { issuer: { id: string }; proof: { verificationMethod: string } }
    hostile.issuer.id = 'did:web:127.0.0.1%3A8443'
    hostile.proof.verificationMethod = 'did:web:127.0.0.1%3A8443#key'
    expect(await verify(ctx, JSON.stringify(hostile))).toMatchObject({ outcome: 'undetermined' })
  })
})
