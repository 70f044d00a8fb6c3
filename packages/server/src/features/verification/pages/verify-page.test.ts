import { bake } from '@boat/openbadges'
import { type ActionFunctionArgs, RouterContextProvider } from 'react-router'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { revokeCredential } from '#features/credentials/index.ts'
import { pageRequest } from '#web/page.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../../tests/support/make-app.ts'
import { DID_KEY_BADGE, insideApp, makeIssuing, published } from '../verification.fixture.ts'
import { action, loader } from './verify.server.ts'

let platform: TestApp
let issuing: Awaited<ReturnType<typeof makeIssuing>>
beforeAll(async () => {
  platform = await makeApp()
  issuing = await makeIssuing(platform)
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(() => platform.ctx.db.deleteFrom('rate_limit').execute())

function pageArgs(request: Request): ActionFunctionArgs {
  const context = new RouterContextProvider()
  context.set(pageRequest, { ctx: insideApp(platform), nonce: '', userAgent: '', clientAddress: '192.0.2.7', responseHeaders: new Headers() })
  return { request, context, params: {} } as unknown as ActionFunctionArgs
}
const open = async (search = '') => {
  const { data, init } = await loader(pageArgs(new Request(`${TEST_ORIGIN}/verify${search}`)))
  return { ...data, status: init?.status, result: data.result as any }
}
const submit = async (given: { file?: Uint8Array | string; text?: string; recipient?: string }): Promise<any> => {
  const form = new FormData()
  // A browser sends the file field even when nothing is chosen.
  form.set('file', given.file === undefined ? new File([], '') : new File([typeof given.file === 'string' ? given.file : new Uint8Array(given.file)], 'badge'))
  form.set('text', given.text ?? '')
  form.set('recipient', given.recipient ?? '')
  return action(pageArgs(new Request(`${TEST_ORIGIN}/verify`, { method: 'POST', body: form })))
}
const picture = () =>
  sharp({ create: { width: 900, height: 900, channels: 3, background: '#0f5a70' } })
    .png()
    .toBuffer()

test('the page opens with an empty form, and spends nothing', async () => {
  expect(await open()).toMatchObject({ title: 'Vérifier un badge', status: 200, result: null })
  expect(await platform.ctx.db.selectFrom('rate_limit').selectAll().execute()).toEqual([])
})

test('an address given in the form gets a report with an address of its own, which may be shared', async () => {
  const { credentialId } = await issuing.issueShared()
  const address = `${TEST_ORIGIN}/credentials/${credentialId}`
  const redirected = await submit({ text: ` ${address} ` }).catch((response: Response) => response)
  expect(redirected.headers.get('location')).toBe(`/verify?url=${encodeURIComponent(address)}`)
  const { title, result } = await open(`?url=${encodeURIComponent(address)}`)
  expect(title).toBe('Badge authentique · Vérifier un badge')
  expect(result.report).toMatchObject({
    outcome: 'verified',
    isIssuerConfirmed: true,
    picture: { kind: 'ours' },
    summary: { name: 'Éco-citoyen', issuer: { name: 'Collège Maurice Bedel', host: 'localhost:3999' }, recipient: { kind: 'hashed' } },
  })
})

test('an e-mail address never gets into an address', async () => {
  const { credentialId } = await issuing.issueShared()
  const { report } = await submit({ text: `${TEST_ORIGIN}/credentials/${credentialId}`, recipient: 'tom@example.org' })
  expect(report.checks).toContainEqual(expect.objectContaining({ code: 'recipient_mismatch' }))
  expect(JSON.stringify(report)).not.toContain('tom@example.org')
})

test('a refused address keeps what was typed, and answers with the status of the refusal', async () => {
  expect(await open('?url=https://10.0.0.1/badge')).toMatchObject({ status: 422, result: { problem: { code: 'address_refused' }, values: { text: 'https://10.0.0.1/badge' } } })
})

test('a submission without anything, with a bad e-mail address or too large is a problem of the form', async () => {
  expect(await submit({})).toMatchObject({ problem: { code: 'nothing_given' } })
  expect(await submit({ text: 'x', recipient: 'lina' })).toMatchObject({ problem: { code: 'invalid_input', fields: { recipient: 'email' } }, values: { text: 'x' } })
  expect(await submit({ file: new Uint8Array(5 * 1024 * 1024) })).toMatchObject({ problem: { code: 'too_large' } })
  expect(await submit({ file: published('mozilla-bakery/unbaked.png') })).toMatchObject({ problem: { code: 'not_a_badge', detail: { found: 'picture' } } })
})

test('the picture of the file is shown small and only for want of a signed one', async () => {
  const ours = await submit({ file: bake(await picture(), (await issuing.issue()).document) })
  expect(ours.report.picture.kind).toBe('ours')
  const foreign = await submit({ file: bake(await picture(), new TextDecoder().decode(published(DID_KEY_BADGE))) })
  expect(foreign.report).toMatchObject({ outcome: 'verified', picture: { kind: 'file' }, summary: { issuer: { host: null } } })
  const thumbnail = Buffer.from(foreign.report.picture.source.split(',')[1], 'base64')
  expect((await sharp(thumbnail).metadata()).width).toBe(360)
  expect((await submit({ text: new TextDecoder().decode(published(DID_KEY_BADGE)) })).report.picture).toBeNull()
})

test('a revoked badge says why, to whoever has its genuine file', async () => {
  const { credentialId, document } = await issuing.issue()
  await revokeCredential(platform.ctx, { credentialId, reason: 'Remis par erreur' })
  expect((await submit({ file: document })).report).toMatchObject({ outcome: 'not-verified', origin: { kind: 'genuine', revocationReason: 'Remis par erreur' } })
})

test('a body without end is cut, not kept in memory', async () => {
  let isCut = false
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
    cancel: () => {
      isCut = true
    },
  })
  const request = new Request(`${TEST_ORIGIN}/verify`, { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'multipart/form-data; boundary=x' } } as RequestInit)
  expect(await action(pageArgs(request))).toMatchObject({ problem: { code: 'too_large' } })
  expect(isCut).toBe(true)
})
