import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callPage } from '../../../../tests/support/call-page.ts'
import { type Kitchen, makeKitchen, WORDS } from '../../../../tests/support/make-kitchen.ts'
import type { Somebody } from '../../../../tests/support/make-school.ts'
import { getNomination } from '../get-nomination.ts'
import { nominate } from '../nominate.ts'
import * as dossierPage from '../pages/nomination.server.ts'
import { isSamePerson } from './is-same-person.ts'
import { listTwins } from './list-twins.ts'
import { mergeNominations } from './merge-nominations.ts'

describe('one name written in two ways', () => {
  test.each([
    ['M. Poupard', 'Marcel POUPARD'],
    ['POUPARD Marcel', 'Marcel Poupard'],
    ['Marc. Poupard', 'Marcel Poupard'],
    ['Marcel Poupart', 'Monsieur Poupard'],
    ['Poupard', 'M Poupàrd'],
    ['Mme Le Goff', 'Anne Le Goff'],
  ])('%s may be %s', (one, other) => {
    expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([true, true])
  })
  test.each([
    ['Marcel Poupard', 'Marcel Petit'],
    ['Marcel Poupard', 'Josette Poupard'],
    ['M. Petit', 'Mme Grand'],
    ['M.', 'Marcel Poupard'],
    ['Le', 'Anne Le Goff'],
    ['', ''],
  ])('%s is not %s', (one, other) => {
    expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([false, false])
  })
})

describe('two dossiers of one person', () => {
  let kitchen: Kitchen
  let achievementId: string
  beforeAll(async () => {
    kitchen = await makeKitchen()
  })
  afterAll(() => kitchen.platform[Symbol.asyncDispose]())
  beforeEach(async () => {
    await kitchen.clear()
    achievementId = await kitchen.makeBadge('Ponctuel')
  })
  const propose = (who: Somebody, name: string) => nominate(who.ctx, { organizationId: kitchen.organizationId, achievementId, name, function: 'Conducteur du car', ...WORDS })
  const voicesOf = async (nominationId: string) =>
    (await getNomination(kitchen.school.issuer.ctx, { nominationId, organizationId: kitchen.organizationId })).voices.map(({ voiceId }) => voiceId).sort()
  const pair = async () => [await propose(kitchen.school.member, 'Marcel Poupard'), await propose(kitchen.school.pupil, 'M. Poupard')] as const

  test('are shown to those who decide, and made one: every voice is kept, and it is written down', async () => {
    const { school, ctx, organizationId } = kitchen
    const [kept, twin] = await pair()
    expect(await listTwins(school.issuer.ctx, kept.nominationId)).toEqual([{ nominationId: twin.nominationId, name: 'M. Poupard', function: 'Conducteur du car', voiceCount: 1 }])
    await mergeNominations(school.issuer.ctx, { nominationId: kept.nominationId, twinId: twin.nominationId })
    expect(await voicesOf(kept.nominationId)).toEqual([kept.voiceId, twin.voiceId].sort())
    expect(await listTwins(school.issuer.ctx, kept.nominationId)).toEqual([])
    expect(await ctx.db.selectFrom('nomination').select(['state', 'merged_into']).where('id', '=', twin.nominationId).execute()).toEqual([
      { state: 'withdrawn', merged_into: kept.nominationId },
    ])
    const acts = await ctx.db.selectFrom('audit_entry').select(['act', 'subject']).where('organization_id', '=', organizationId).orderBy('position', 'desc').limit(1).execute()
    expect(acts).toEqual([{ act: 'nomination.merged', subject: { nominationId: kept.nominationId, twinId: twin.nominationId } }])
  })

  test('merged both ways at once lose no voice', async () => {
    const { school } = kitchen
    const [one, other] = await pair()
    const both = await Promise.allSettled([
      mergeNominations(school.issuer.ctx, { nominationId: one.nominationId, twinId: other.nominationId }),
      mergeNominations(school.admin.ctx, { nominationId: other.nominationId, twinId: one.nominationId }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const open = await kitchen.ctx.db.selectFrom('nomination').select('id').where('achievement_id', '=', achievementId).where('closed_at', 'is', null).execute()
    expect(await voicesOf(open[0]!.id)).toEqual([one.voiceId, other.voiceId].sort())
  })

  test('somebody who wrote in both keeps one voice in what remains', async () => {
    const { school } = kitchen
    const kept = await propose(school.member, 'Marcel Poupard')
    const twin = await propose(school.member, 'M. Poupard')
    await propose(school.designer, 'M. Poupard')
    await mergeNominations(school.issuer.ctx, { nominationId: kept.nominationId, twinId: twin.nominationId })
    expect(await voicesOf(kept.nominationId)).toHaveLength(2)
    expect(await voicesOf(kept.nominationId)).not.toContain(twin.voiceId)
  })

  test('of people with an account, or for two badges, stay two; and only those who decide make one of them', async () => {
    const { school, cook, organizationId } = kitchen
    const [kept, twin] = await pair()
    const known = await nominate(school.member.ctx, { organizationId, achievementId, personId: cook.personId, ...WORDS })
    await expect(mergeNominations(school.issuer.ctx, { nominationId: kept.nominationId, twinId: known.nominationId })).rejects.toMatchObject({ code: 'not_twins', status: 409 })
    await expect(mergeNominations(school.issuer.ctx, { nominationId: kept.nominationId, twinId: kept.nominationId })).rejects.toMatchObject({ code: 'not_twins' })
    achievementId = await kitchen.makeBadge('Patient')
    const elsewhere = await propose(school.member, 'M. Poupard')
    await expect(mergeNominations(school.issuer.ctx, { nominationId: kept.nominationId, twinId: elsewhere.nominationId })).rejects.toMatchObject({ code: 'not_twins' })
    for (const who of [school.member, school.pupil]) {
      await expect(mergeNominations(who.ctx, { nominationId: kept.nominationId, twinId: twin.nominationId })).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
      await expect(listTwins(who.ctx, kept.nominationId)).rejects.toMatchObject({ code: 'not_allowed' })
    }
  })

  test('the page asks whether it is the same person; the old address leads to what remains', async () => {
    const { school, ctx } = kitchen
    const [kept, twin] = await pair()
    const at = (nominationId: string) => ({ actor: school.issuer.actor, params: { slug: school.slug, nominationId } })
    expect((await callPage(ctx, dossierPage.loader, at(kept.nominationId))).data.twins).toMatchObject([{ name: 'M. Poupard' }])
    const merged = await callPage(ctx, dossierPage.action, { ...at(kept.nominationId), form: { intent: 'merge', twinId: twin.nominationId } })
    expect(merged.location).toMatch(/done=merged$/)
    expect((await callPage(ctx, dossierPage.loader, at(twin.nominationId))).location).toBe(`/organizations/${school.slug}/nominations/${kept.nominationId}`)
  })
})
