import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callPage } from '../../../tests/support/call-page.ts'
import { COOK_ADDRESS, type Kitchen, makeKitchen, proposeCook, WORDS } from '../../../tests/support/make-kitchen.ts'
import type { Somebody } from '../../../tests/support/make-school.ts'
import { decideNomination } from './decide-nomination.ts'
import { getNomination } from './get-nomination.ts'
import { grantAgreed } from './grant-agreed.ts'
import { listAboutMe, listMyVoices } from './list-mine.ts'
import { listNominations } from './list-nominations.ts'
import { nominate } from './nominate.ts'
import * as dossierPage from './pages/nomination.server.ts'
import { respondToNomination } from './respond-to-nomination.ts'

let kitchen: Kitchen
let nominationId: string
let achievementId: string
beforeAll(async () => {
  kitchen = await makeKitchen()
})
afterAll(() => kitchen.platform[Symbol.asyncDispose]())
beforeEach(async () => {
  ;({ nominationId, achievementId } = await proposeCook(kitchen, kitchen.school.member))
  await respondToNomination(kitchen.cook.ctx, { nominationId, response: 'accepted' })
  await kitchen.clear()
})

const agree = () => decideNomination(kitchen.school.issuer.ctx, { nominationId, decision: 'granted', isEmbargoed: true, reason: 'À l’unanimité' })
const lineOf = async (who: Somebody) =>
  (await listNominations(who.ctx, { organizationId: kitchen.organizationId, view: 'open' })).find((line) => line.nominationId === nominationId)
const acts = async () => {
  const rows = await kitchen.ctx.db.selectFrom('audit_entry').select(['act', 'subject']).where('organization_id', '=', kitchen.organizationId).orderBy('position').execute()
  return rows.filter(({ subject }) => (subject as { nominationId?: string }).nominationId === nominationId).map(({ act }) => act)
}
const credentials = () => kitchen.ctx.db.selectFrom('credential').select('id').where('achievement_id', '=', achievementId).execute()

describe('a decision kept for the ceremony', () => {
  test('issues nothing, writes to nobody, and leaves the dossier open to the nominee and to those who proposed', async () => {
    const { cook, school, platform } = kitchen
    const before = { ...(await getNomination(cook.ctx, { nominationId })) }
    expect(await agree()).toEqual({ credentialId: undefined })
    await platform.runJobs()
    expect(platform.mails).toEqual([])
    expect(await credentials()).toEqual([])
    expect(await getNomination(cook.ctx, { nominationId })).toEqual(before)
    expect((await listAboutMe(cook.ctx)).find((line) => line.nominationId === nominationId)).toMatchObject({ state: 'open' })
    expect((await listMyVoices(school.member.ctx)).find((line) => line.nominationId === nominationId)).toMatchObject({ state: 'open', isClosed: false })
    expect(JSON.stringify([await listAboutMe(cook.ctx), await listMyVoices(school.member.ctx)])).not.toMatch(/agreed|unanimité/)
  })

  test('is seen by those who decide, with its reason', async () => {
    await agree()
    expect(await lineOf(kitchen.school.admin)).toMatchObject({ state: 'agreed' })
    const seen = await getNomination(kitchen.school.admin.ctx, { nominationId, organizationId: kitchen.organizationId })
    expect(seen).toMatchObject({ state: 'agreed', decisions: [{ decision: 'accepted' }, { decision: 'agreed', reason: 'À l’unanimité' }] })
  })

  test('is hidden from whoever decides and is the nominee, in the list, in the dossier and in its history', async () => {
    const { school, organizationId } = kitchen
    const own = await nominate(school.issuer.ctx, { organizationId, achievementId, personId: school.issuer.personId, ...WORDS })
    nominationId = own.nominationId
    await decideNomination(school.admin.ctx, { nominationId, decision: 'granted', isEmbargoed: true, reason: 'À l’unanimité' })
    expect(await lineOf(school.issuer)).toMatchObject({ state: 'open' })
    const seen = await getNomination(school.issuer.ctx, { nominationId, organizationId })
    expect(JSON.stringify(seen)).not.toMatch(/agreed|unanimité/)
    const params = { slug: school.slug, nominationId }
    const tried = await callPage(kitchen.ctx, dossierPage.action, { actor: school.issuer.actor, params, form: { intent: 'grant-agreed' } })
    expect(tried.data).toMatchObject({ problem: { code: 'own_nomination' } })
    expect(await credentials()).toEqual([])
  })

  test('ends when it is handed over: issued once, however often one asks, and told', async () => {
    const { school, platform } = kitchen
    await agree()
    const both = await Promise.all([school.issuer, school.admin].map((who) => grantAgreed(who.ctx, nominationId)))
    expect(both[0]).toEqual(both[1])
    expect(await credentials()).toEqual([{ id: both[0]!.credentialId }])
    await platform.runJobs()
    expect(platform.mails.map(({ to }) => to)).toEqual([COOK_ADDRESS])
    expect(await acts()).toEqual(['nomination.agreed', 'nomination.granted'])
  })

  test('agreed twice is agreed once', async () => {
    await agree()
    await agree()
    expect(await acts()).toEqual(['nomination.agreed'])
  })

  test('does not hold the nominee, who may still decline: then nothing is handed over', async () => {
    await agree()
    await respondToNomination(kitchen.cook.ctx, { nominationId, response: 'declined' })
    await expect(grantAgreed(kitchen.school.issuer.ctx, nominationId)).rejects.toMatchObject({ code: 'nomination_closed', status: 409 })
    expect(await credentials()).toEqual([])
  })

  test('can be gone back on before it was told', async () => {
    await agree()
    await decideNomination(kitchen.school.admin.ctx, { nominationId, decision: 'not-retained', reason: 'Le badge n’était pas le bon.' })
    await expect(grantAgreed(kitchen.school.issuer.ctx, nominationId)).rejects.toMatchObject({ code: 'nomination_closed' })
    expect(JSON.stringify(await getNomination(kitchen.cook.ctx, { nominationId }))).not.toContain('unanimité')
  })
})

test('the form keeps it or tells it, and the dossier hands it over', async () => {
  const { ctx, school } = kitchen
  const call = (form: Record<string, string>) => callPage(ctx, dossierPage.action, { actor: school.issuer.actor, params: { slug: school.slug, nominationId }, form })
  expect((await call({ decision: 'granted', reason: '', announce: 'ceremony' })).location).toMatch(/done=agreed$/)
  expect(await credentials()).toEqual([])
  expect((await call({ intent: 'grant-agreed' })).location).toMatch(/done=granted$/)
  expect(await credentials()).toHaveLength(1)
  await expect(call({ intent: 'grant-agreed' })).resolves.toMatchObject({ status: 302 })
})

test('what nobody decided is not handed over, and who may not decide hands nothing over', async () => {
  await expect(grantAgreed(kitchen.school.issuer.ctx, nominationId)).rejects.toMatchObject({ code: 'nothing_agreed', status: 409 })
  await agree()
  await expect(grantAgreed(kitchen.school.member.ctx, nominationId)).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
})
