import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addCohortMember, createCohort, schoolYearOf } from '#features/organizations/index.ts'
import { callPage } from '../../../tests/support/call-page.ts'
import { type Kitchen, makeKitchen, proposeCook, WORDS } from '../../../tests/support/make-kitchen.ts'
import type { Somebody } from '../../../tests/support/make-school.ts'
import { getNomination } from './get-nomination.ts'
import { moderateVoice } from './moderate-voice.ts'
import { namePupil } from './name-pupil.ts'
import { nominate } from './nominate.ts'
import * as dossierPage from './pages/nomination.server.ts'
import * as listPage from './pages/nominations.server.ts'
import { respondToNomination } from './respond-to-nomination.ts'

let kitchen: Kitchen
let young: Somebody
let voice: { nominationId: string; voiceId: string }
beforeAll(async () => {
  kitchen = await makeKitchen()
  young = await kitchen.makePupil('Lila')
  const { cohortId } = await createCohort(kitchen.ctx, { organizationId: kitchen.organizationId, name: '4e B', kind: 'class', schoolYear: schoolYearOf(kitchen.ctx.now()) })
  await addCohortMember(kitchen.ctx, { cohortId, personId: young.personId })
})
afterAll(() => kitchen.platform[Symbol.asyncDispose]())
beforeEach(async () => {
  await kitchen.clear()
  voice = await proposeCook(kitchen, young)
})

const admit = (more = {}) => moderateVoice(kitchen.school.issuer.ctx, { voiceId: voice.voiceId, decision: 'voice-admitted', ...more })
const authorSeenByCook = async () => (await getNomination(kitchen.cook.ctx, { nominationId: voice.nominationId })).voices[0]!.author
const acts = () =>
  kitchen.ctx.db
    .selectFrom('audit_entry')
    .select(['act', 'reason', 'actor_id'])
    .where('subject', '@>', JSON.stringify(voice && { voiceId: voice.voiceId }))
    .orderBy('position')
    .execute()

test('an adult who decides gives the name of a young pupil, with a reason, and can take it back', async () => {
  const { issuer } = kitchen.school
  await admit()
  expect(await authorSeenByCook()).toEqual({ pupilOf: '4e B' })
  await expect(namePupil(issuer.ctx, { ...voice, isNamed: true, reason: ' ' })).rejects.toThrow('naming_reason_required')
  await namePupil(issuer.ctx, { ...voice, isNamed: true, reason: 'Elle a aidé à chaque repas.' })
  expect(await authorSeenByCook()).toMatchObject({ name: 'Lila Secret', className: '4e B' })
  expect(JSON.stringify(await getNomination(kitchen.cook.ctx, { nominationId: voice.nominationId }))).not.toContain('à chaque repas')
  const staff = await getNomination(issuer.ctx, { nominationId: voice.nominationId, organizationId: kitchen.organizationId })
  expect(staff.voices[0]!.naming).toEqual({ isNamed: true, reason: 'Elle a aidé à chaque repas.', isWished: false })
  await namePupil(issuer.ctx, { ...voice, isNamed: false })
  expect(await authorSeenByCook()).toEqual({ pupilOf: '4e B' })
  expect((await acts()).filter(({ act }) => act.includes('name-'))).toEqual([
    { act: 'nomination.name-shown', reason: 'Elle a aidé à chaque repas.', actor_id: issuer.personId },
    { act: 'nomination.name-hidden', reason: '', actor_id: issuer.personId },
  ])
})

test('a pupil may wish it when writing, and the adult who reads it has the last word', async () => {
  const { school, organizationId, cook, makeBadge } = kitchen
  const propose = async () => nominate(young.ctx, { organizationId, achievementId: await makeBadge('Solidaire'), personId: cook.personId, ...WORDS, wishesName: true })
  voice = await propose()
  const params = { slug: school.slug }
  const { waiting } = (await callPage(kitchen.ctx, listPage.loader, { actor: school.issuer.actor, params })).data
  expect(waiting.find((one: { voiceId: string }) => one.voiceId === voice.voiceId)).toMatchObject({ wishesName: true })
  await callPage(kitchen.ctx, listPage.action, { actor: school.issuer.actor, params, form: { voiceId: voice.voiceId, decision: 'voice-admitted', isNamed: 'yes' } })
  expect(await authorSeenByCook()).toMatchObject({ name: 'Lila Secret' })
  voice = await propose()
  await callPage(kitchen.ctx, listPage.action, { actor: school.issuer.actor, params, form: { voiceId: voice.voiceId, decision: 'voice-admitted' } })
  expect(await authorSeenByCook()).toEqual({ pupilOf: '4e B' })
})

test('is for those who decide, and not about themselves', async () => {
  await admit()
  for (const who of [kitchen.school.member, kitchen.cook, young])
    await expect(namePupil(who.ctx, { ...voice, isNamed: true, reason: 'Je le veux.' })).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
  const { issuer } = kitchen.school
  const own = await nominate(young.ctx, { organizationId: kitchen.organizationId, achievementId: await kitchen.makeBadge('Patience'), personId: issuer.personId, ...WORDS })
  await expect(namePupil(issuer.ctx, { nominationId: own.nominationId, voiceId: own.voiceId, isNamed: true, reason: 'Qui est-ce ?' })).rejects.toMatchObject({
    code: 'own_nomination',
  })
  await respondToNomination(kitchen.cook.ctx, { nominationId: voice.nominationId, response: 'declined' })
  await expect(namePupil(issuer.ctx, { ...voice, isNamed: true, reason: 'Trop tard.' })).rejects.toMatchObject({ code: 'nomination_closed' })
})

test('the dossier offers it for a young pupil who is proposed, and for nobody else', async () => {
  const { school, organizationId, ctx } = kitchen
  const { nominationId } = await nominate(school.member.ctx, { organizationId, achievementId: await kitchen.makeBadge('Curieuse'), personId: young.personId, ...WORDS })
  const params = { slug: school.slug, nominationId }
  const naming = async () => (await callPage(ctx, dossierPage.loader, { actor: school.issuer.actor, params })).data.nomination.naming
  expect(await naming()).toMatchObject({ isNamed: false })
  const call = (form: Record<string, string>) => callPage(ctx, dossierPage.action, { actor: school.issuer.actor, params, form })
  expect((await call({ intent: 'name-shown', reason: '' })).data).toMatchObject({ problem: { fields: { reason: 'naming_reason_required' } } })
  expect((await call({ intent: 'name-shown', reason: 'Sa famille est d’accord.' })).location).toMatch(/done=name-shown$/)
  expect(await naming()).toMatchObject({ isNamed: true })
  expect((await call({ intent: 'name-hidden' })).location).toMatch(/done=name-hidden$/)
  await admit()
  const ofCook = await getNomination(school.issuer.ctx, { nominationId: voice.nominationId, organizationId })
  expect(ofCook.naming).toBeUndefined()
})
