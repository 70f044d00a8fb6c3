import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../tests/support/make-app.ts'
import { type Answer, callApi, published } from './verification.fixture.ts'

let platform: TestApp
let api: ReturnType<typeof callApi>
beforeAll(async () => {
  platform = await makeApp()
  api = callApi(platform)
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(() => platform.ctx.db.deleteFrom('rate_limit').execute())

describe('what is refused', () => {
  const refused = async (answer: Promise<Answer>) => {
    const { status, body, headers } = await answer
    expect(headers.get('content-type')).toContain('application/problem+json')
    return [status, body.code, body.detail?.found ?? body.detail?.reason].filter(Boolean)
  }

  test('nothing at all', async () => {
    expect(await refused(api.send({ text: '  ' }))).toEqual([422, 'nothing_given'])
    expect(await refused(api.request({ body: new FormData() }))).toEqual([422, 'nothing_given'])
    expect(await refused(api.request({ headers: { 'content-type': 'multipart/form-data' }, body: 'x' }))).toEqual([422, 'nothing_given'])
    expect(await refused(api.send({}))).toEqual([400, 'invalid_input'])
    expect(await refused(api.request({ body: '{' }))).toEqual([400, 'invalid_input'])
  })

  test.each([
    ['a picture without a badge', published('mozilla-bakery/unbaked.png'), 'picture'],
    ['a drawing without a badge', published('mozilla-bakery/unbaked.svg'), 'picture'],
    ['a photograph', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]), 'photo'],
    ['a PDF', '%PDF-1.7 …', 'pdf'],
    ['a document of a word processor', 'PK\x03\x04…', 'office'],
    ['a saved page', '<!doctype html><title>Badge</title>', 'page'],
    ['words', 'Bonjour, voici mon badge', 'text'],
    ['other JSON', '{"nom":"Lina"}', 'json'],
    ['the definition of a badge', '{"@context":"https://w3id.org/openbadges/v2","type":"BadgeClass","name":"x"}', 'badge_class'],
    ['an issuer', '{"@context":"https://w3id.org/openbadges/v2","type":"Issuer","name":"x"}', 'issuer'],
    ['an empty file', '', 'empty'],
    ['something unknown', new Uint8Array([0, 1, 2, 250, 251, 252]), 'file'],
  ])('%s, saying what it is', async (_, file, found) => {
    expect(await refused(api.upload(file))).toEqual([422, 'not_a_badge', found])
  })

  test('a file of 5 MB', async () => {
    expect(await refused(api.upload(new Uint8Array(5 * 1024 * 1024)))).toEqual([413, 'too_large'])
    expect(await refused(api.send({ text: 'x'.repeat(3 * 1024 * 1024) }))).toEqual([413, 'too_large'])
  })

  test.each([
    'http://127.0.0.1/badge.json',
    'https://127.0.0.1:8443/badge.json',
    'https://[::1]/badge.json',
    'https://10.0.0.8/badge.json',
    'https://169.254.169.254/latest/meta-data/',
    'https://2130706433/badge.json',
    'https://localhost/badge.json',
    'https://[::ffff:192.168.1.1]/',
    'https://user:secret@example.org/badge.json',
  ])('an address that is not the public network’s: %s', async (url) => {
    const [status, code, reason] = await refused(api.send({ url }))
    expect([status, code]).toEqual([422, 'address_refused'])
    expect(reason).toMatch(/^url_/)
  })

  test('our own pages that are no badge, a verification among them', async () => {
    expect(await refused(api.send({ url: `${TEST_ORIGIN}/verify?url=${TEST_ORIGIN}/verify` }))).toEqual([422, 'not_a_badge', 'page'])
    expect(await refused(api.send({ url: `${TEST_ORIGIN}/%76erify` }))).toEqual([422, 'not_a_badge', 'page'])
    expect(await refused(api.send({ url: `${TEST_ORIGIN}/claim/ABCD-EFGH` }))).toEqual([422, 'not_a_badge', 'claim'])
    expect(await refused(api.send({ url: `${TEST_ORIGIN}/nowhere` }))).toEqual([422, 'nothing_there'])
  })

  test('the thirty-first verification of a minute, and no longer in the next one', async () => {
    const answers = await Promise.all(Array.from({ length: 31 }, () => api.send({ text: 'x' })))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
    platform.setNow(new Date('2026-11-23T09:01:00Z'))
    expect((await api.send({ text: 'x' })).status).toBe(422)
    platform.setNow(new Date('2026-11-23T09:00:00Z'))
  })
})
