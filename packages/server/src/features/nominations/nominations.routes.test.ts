import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSession, SESSION_COOKIE } from '#features/accounts/index.ts'
import { type Kitchen, makeKitchen, WORDS } from '../../../tests/support/make-kitchen.ts'
import type { Somebody } from '../../../tests/support/make-school.ts'
import { moderateVoice } from './moderate-voice.ts'
import { respondToNomination } from './respond-to-nomination.ts'

let kitchen: Kitchen
let achievementId: string
beforeAll(async () => {
  kitchen = await makeKitchen()
})
afterAll(() => kitchen.platform[Symbol.asyncDispose]())
beforeEach(async () => {
  await kitchen.clear()
  achievementId = await kitchen.makeBadge(`Solidaire ${crypto.randomUUID().slice(0, 6)}`)
})

async function ask(who: Somebody | undefined, path: string, body?: object) {
  const token = who && (await openSession(kitchen.ctx, { personId: who.personId, method: 'link', userAgent: '', address: '' })).token
  const headers = { origin: kitchen.ctx.config.url, ...(token && { cookie: `${SESSION_COOKIE}=${token}` }), ...(body && { 'content-type': 'application/json' }) }
  const answer = await kitchen.platform.app.request(`/api/v1/${path}`, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) })
  return { status: answer.status, type: answer.headers.get('content-type'), body: (await answer.json()) as any }
}
const voice = () => ({ organizationId: kitchen.organizationId, achievementId, personId: kitchen.cook.personId, ...WORDS })
const proposed = async () => (await ask(kitchen.school.member, 'nominations', voice())).body as { nominationId: string; voiceId: string }

test('a program proposes, reads the dossiers of a structure, and decides', async () => {
  const { school, cook, organizationId } = kitchen
  const made = await ask(school.member, 'nominations', voice())
  expect([made.status, made.body]).toEqual([201, { nominationId: expect.any(String), voiceId: expect.any(String), isWaiting: false }])
  const { nominationId } = made.body
  const { body: lines } = await ask(school.issuer, `organizations/${organizationId}/nominations`)
  expect(lines.find((line: { nominationId: string }) => line.nominationId === nominationId)).toMatchObject({
    nominee: { name: 'Thierry Essai', title: 'Chef cuisinier' },
    badge: { achievementId },
    state: 'open',
    response: 'pending',
    voiceCount: 1,
  })
  await respondToNomination(cook.ctx, { nominationId, response: 'accepted' })
  const decided = await ask(school.issuer, `nominations/${nominationId}/decisions`, { decision: 'granted', reason: 'À l’unanimité' })
  expect([decided.status, decided.body]).toEqual([201, { credentialId: expect.any(String) }])
  expect((await ask(cook, `nominations/${nominationId}`)).body).toMatchObject({ state: 'granted', credentialId: decided.body.credentialId, isClosed: true })
  expect((await ask(school.issuer, `organizations/${organizationId}/nominations?view=closed`)).body).toContainEqual(expect.objectContaining({ nominationId, state: 'granted' }))
})

test('a pupil’s words, and who they are, reach the nominee as they do in the pages', async () => {
  const { school, cook } = kitchen
  const { nominationId, voiceId } = (await ask(school.pupil, 'nominations', voice())).body
  expect((await ask(cook, `nominations/${nominationId}`)).status).toBe(404)
  await moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })
  const seen = await ask(cook, `nominations/${nominationId}`)
  expect(seen.body.voices).toMatchObject([{ author: { name: null, title: '', className: null }, deed: WORDS.deed }])
  expect(JSON.stringify(seen.body)).not.toContain('Lina')
  expect((await ask(school.issuer, `nominations/${nominationId}`)).body.voices[0].author.name).toBe('Lina Essai')
})

test('a decision kept for the ceremony is kept from the nominee', async () => {
  const { school, cook } = kitchen
  const { nominationId } = await proposed()
  await respondToNomination(cook.ctx, { nominationId, response: 'accepted' })
  const decided = await ask(school.issuer, `nominations/${nominationId}/decisions`, { decision: 'granted', reason: 'À l’unanimité', isEmbargoed: true })
  expect(decided.body).toEqual({ credentialId: null })
  const seen = await ask(cook, `nominations/${nominationId}`)
  expect(seen.body).toMatchObject({ state: 'open', credentialId: null })
  expect(JSON.stringify(seen.body)).not.toMatch(/agreed|unanimité/)
  expect((await ask(school.admin, `nominations/${nominationId}`)).body.state).toBe('agreed')
})

test('who may not is told so as a problem, and what is refused says why', async () => {
  const { school, organizationId } = kitchen
  const { nominationId } = await proposed()
  const decision = { decision: 'not-retained', reason: 'Trop tôt.' }
  const refusals = [
    [await ask(undefined, 'nominations', voice()), 401, 'not_signed_in'],
    [await ask(undefined, `nominations/${nominationId}`), 401, 'not_signed_in'],
    [await ask(school.member, `organizations/${organizationId}/nominations`), 403, 'not_allowed'],
    [await ask(school.member, `nominations/${nominationId}`), 404, 'not_found'],
    [await ask(school.member, `nominations/${nominationId}/decisions`, decision), 403, 'not_allowed'],
    [await ask(school.issuer, `nominations/${nominationId}/decisions`, { decision: 'granted' }), 409, 'acceptance_needed'],
    [await ask(school.issuer, `nominations/${nominationId}/decisions`, { decision: 'not-retained', reason: '' }), 400, 'invalid_input'],
    [await ask(school.member, 'nominations', voice()), 409, 'already_voiced'],
    [await ask(school.member, 'nominations', { ...voice(), deed: 'court' }), 400, 'invalid_input'],
    [await ask(school.member, 'nominations', { ...voice(), achievementId: kitchen.ctx.newId() }), 422, 'badge_unknown'],
    [await ask(school.issuer, 'nominations/nothing'), 400, 'invalid_input'],
    [await ask(school.issuer, `nominations/${kitchen.ctx.newId()}`), 404, 'not_found'],
  ] as const
  for (const [answer, status, code] of refusals) {
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.type).toContain('application/problem+json')
  }
})
