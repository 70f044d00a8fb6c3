import { bake } from '@boat/openbadges'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { respondToCredential, revokeCredential } from '#features/credentials/index.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../tests/support/make-app.ts'
import { actorOf } from '../credentials/school.fixture.ts'
import { callApi, checkNamed, insideApp, makeIssuing, published } from './verification.fixture.ts'
import { verifySubmission } from './verify-submission.ts'

let platform: TestApp
let ctx: Ctx
let issuing: Awaited<ReturnType<typeof makeIssuing>>
let api: ReturnType<typeof callApi>
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  issuing = await makeIssuing(platform)
  api = callApi(platform)
})
afterAll(() => platform[Symbol.asyncDispose]())
// Each test starts with its whole minute of thirty verifications.
beforeEach(() => ctx.db.deleteFrom('rate_limit').execute())

describe('a badge issued here', () => {
  test('is verified from its text, its file, its JWT and the address of its page', async () => {
    const { credentialId, document } = await issuing.issueShared()
    const jwt = await platform.app.request(`/credentials/${credentialId}.jwt`)
    const png = await platform.app.request(`/credentials/${credentialId}.png`)
    const answers = [
      await api.send({ text: document }),
      await api.send({ text: await jwt.text() }),
      await api.send({ url: `${TEST_ORIGIN}/credentials/${credentialId}` }),
      await api.upload(document, 'badge.json'),
      await api.upload(new Uint8Array(await png.arrayBuffer())),
    ]
    expect(answers.map(({ status, body }) => [status, body.outcome, body.version])).toEqual(answers.map(() => [200, 'verified', '3.0']))
    expect(answers[2]!.body.address).toBe(`${TEST_ORIGIN}/credentials/${credentialId}`)
    expect(answers[0]!.body.issuedHere).toMatchObject({ issuer: { name: 'Collège Maurice Bedel' }, revokedAt: null, isDeclined: false })
  })

  test('is verified as Open Badges 2.0 at its hosted address', async () => {
    const { credentialId } = await issuing.issueShared()
    const { body } = await api.send({ url: `${TEST_ORIGIN}/credentials/${credentialId}?format=ob2` })
    expect(body).toMatchObject({ outcome: 'verified', version: '2.0', issuedHere: { issuer: { name: 'Collège Maurice Bedel' } } })
  })

  test('is verified although it is private, by whoever has the file; its page says nothing to strangers', async () => {
    const { credentialId, document } = await issuing.issue()
    expect((await api.send({ text: document })).body.outcome).toBe('verified')
    expect(await api.send({ url: `${TEST_ORIGIN}/credentials/${credentialId}` })).toMatchObject({ status: 422, body: { code: 'nothing_there' } })
  })

  test('fails with one character flipped, wherever it is, and nothing is told of the genuine one', async () => {
    const { document } = await issuing.issue()
    const flips = Array.from({ length: 12 }, (_, index) => Math.floor(((index + 0.5) * document.length) / 12))
    for (const at of flips) {
      const flipped = document.slice(0, at) + (document[at] === 'e' ? 'a' : 'e') + document.slice(at + 1)
      const { body } = await api.send({ text: flipped })
      expect([at, body.outcome ?? body.code, body.issuedHere ?? null]).toEqual([at, 'not-verified', null])
    }
    const altered = await verifySubmission(insideApp(platform), { document: document.replace('Éco-citoyen', 'Ingénieur'), clientAddress: 'test' })
    expect(altered).toMatchObject({ outcome: 'not-verified', origin: { kind: 'altered' } })
  })

  test('that was revoked says so, with the reason', async () => {
    const { credentialId, document } = await issuing.issue()
    await revokeCredential(ctx, { credentialId, reason: 'Remis par erreur' })
    const answer = await api.send({ text: document })
    expect(answer.body).toMatchObject({ outcome: 'not-verified', issuedHere: { revocationReason: 'Remis par erreur' } })
    expect(checkNamed(answer, 'status')).toMatchObject({ outcome: 'failed', code: 'revoked' })
    expect(checkNamed(answer, 'proof')).toMatchObject({ outcome: 'passed' })
  })

  test('that has expired says so', async () => {
    const { document } = await issuing.issue({ validUntil: new Date('2026-12-01T00:00:00Z') })
    platform.setNow(new Date('2026-12-02T00:00:00Z'))
    const answer = await api.send({ text: document })
    platform.setNow(new Date('2026-11-23T09:00:00Z'))
    expect(checkNamed(answer, 'validity')).toMatchObject({ outcome: 'failed', code: 'expired' })
  })

  test('that its holder declined says so', async () => {
    const { credentialId, document, personId } = await issuing.issueShared()
    await respondToCredential(as(ctx, actorOf(personId)), { credentialId, response: 'declined' })
    expect((await api.send({ text: document })).body.issuedHere).toMatchObject({ isDeclined: true })
  })

  test('is about the person whose address is given, and not about another', async () => {
    const { document } = await issuing.issue({ email: 'lina@example.org' })
    const [hers, his] = [await api.send({ text: document, recipient: ' Lina@Example.org' }), await api.upload(document, 'badge.json', { recipient: 'tom@example.org' })]
    expect(checkNamed(hers, 'recipient').outcome).toBe('passed')
    expect(checkNamed(his, 'recipient')).toMatchObject({ outcome: 'failed', code: 'recipient_mismatch' })
    expect(JSON.stringify(his.body)).not.toContain('lina@example.org')
  })
})

test('any site may ask, and reads refusals too', async () => {
  const preflight = await platform.app.request('/api/v1/verifications', {
    method: 'OPTIONS',
    headers: { origin: 'https://employer.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  })
  expect([preflight.headers.get('access-control-allow-origin'), preflight.headers.get('access-control-allow-methods')]).toEqual(['*', 'POST'])
  expect((await api.send({ text: 'x' })).headers.get('access-control-allow-origin')).toBe('*')
  expect((await api.send({ text: (await issuing.issue()).document })).headers.get('access-control-allow-origin')).toBe('*')
})

test('a damaged picture of a badge is a report, not a refusal', async () => {
  const { document } = await issuing.issue()
  const baked = bake(published('mozilla-bakery/unbaked.png'), document)
  expect((await api.upload(baked)).body.outcome).toBe('verified')
  baked[200]! ^= 1
  expect((await api.upload(baked)).body).toMatchObject({ outcome: 'not-verified', checks: [{ code: 'unreadable' }] })
})
