import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callPage } from '../../../tests/support/call-page.ts'
import { type Kitchen, makeKitchen, proposeCook, WORDS } from '../../../tests/support/make-kitchen.ts'
import { decideNomination } from './decide-nomination.ts'
import { listMyVoices } from './list-mine.ts'
import { moderateVoice } from './moderate-voice.ts'
import { nominate } from './nominate.ts'
import * as minePage from './pages/my-nominations.server.ts'
import * as proposePage from './pages/nominate.server.ts'
import * as listPage from './pages/nominations.server.ts'

let kitchen: Kitchen
beforeAll(async () => {
  kitchen = await makeKitchen()
})
afterAll(() => kitchen.platform[Symbol.asyncDispose]())
beforeEach(() => kitchen.clear())

const setAside = (voiceId: string, reason: string | string[] = ['Raconte un moment précis.', '']) =>
  callPage(kitchen.ctx, listPage.action, { actor: kitchen.school.issuer.actor, params: { slug: kitchen.school.slug }, form: { voiceId, decision: 'voice-set-aside', reason } })
const mine = async (voiceId: string) =>
  (await callPage(kitchen.ctx, minePage.loader, { actor: kitchen.school.pupil.actor })).data.voices.find((voice: { voiceId: string }) => voice.voiceId === voiceId)

test('a prepared reason, one’s own words, or both set a voice aside; none does not', async () => {
  const { voiceId } = await proposeCook(kitchen, kitchen.school.pupil)
  expect((await setAside(voiceId, ['', ''])).data).toMatchObject({ problem: { fields: { reason: 'reason_required' } } })
  await setAside(voiceId, ['Raconte un moment précis.', 'Par exemple la collecte.'])
  expect(await mine(voiceId)).toMatchObject({ voiceState: 'set-aside', reason: 'Raconte un moment précis. Par exemple la collecte.' })
})

test('whose voice was set aside starts again from their own words, in the dossier that others keep open', async () => {
  const { school, cook, organizationId } = kitchen
  const { voiceId, achievementId, nominationId } = await proposeCook(kitchen, school.pupil)
  const input = { organizationId, achievementId, personId: cook.personId, ...WORDS }
  await nominate(school.member.ctx, input)
  expect((await mine(voiceId)).again).toBeUndefined()
  await setAside(voiceId)
  const { again } = await mine(voiceId)
  const search = new URL(again, 'http://localhost').search
  const form = (await callPage(kitchen.ctx, proposePage.loader, { actor: school.pupil.actor, params: { slug: school.slug }, search })).data
  expect(form).toMatchObject({ draft: WORDS, badge: { achievementId, standing: 'joinable' }, nominee: { personId: cook.personId } })
  const second = await nominate(school.pupil.ctx, { ...input, deed: 'Il a préparé quarante bocaux de soupe.' })
  expect(second.nominationId).toBe(nominationId)
  await moderateVoice(school.issuer.ctx, { voiceId: second.voiceId, decision: 'voice-admitted' })
  await expect(nominate(school.pupil.ctx, input)).rejects.toMatchObject({ code: 'already_voiced' })
})

test('somebody else’s words do not come into the form by their id', async () => {
  const { school } = kitchen
  const { voiceId, achievementId } = await proposeCook(kitchen, school.member)
  const search = `?person=${kitchen.cook.personId}&badge=${achievementId}&again=${voiceId}`
  const form = await callPage(kitchen.ctx, proposePage.loader, { actor: school.pupil.actor, params: { slug: school.slug }, search })
  expect(form.data.draft).toEqual({ deed: '', occasion: '' })
})

test('a dossier that was not retained can be proposed again by those who had, with or without an account', async () => {
  const { school, organizationId } = kitchen
  const outsider = { organizationId, achievementId: await kitchen.makeBadge('Ponctuel'), name: 'Marcel Poupard', function: 'Conducteur du car', ...WORDS }
  const { nominationId, voiceId } = await nominate(school.member.ctx, outsider)
  await decideNomination(school.issuer.ctx, { nominationId, decision: 'not-retained', reason: 'Trop tôt.' })
  expect((await listMyVoices(school.member.ctx)).find((voice) => voice.voiceId === voiceId)!.again).toEqual({
    organizationSlug: school.slug,
    achievementId: outsider.achievementId,
    nominee: { name: 'Marcel Poupard', function: 'Conducteur du car' },
  })
  expect((await nominate(school.member.ctx, outsider)).nominationId).not.toBe(nominationId)
})
