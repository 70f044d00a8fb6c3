import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { findSession } from '#features/accounts/index.ts'
import { getCredential, issueCredentials, shareCredential } from '#features/credentials/index.ts'
import { addMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { actorOf, makePerson, makeSchool, staffCtx } from '../credentials/school.fixture.ts'
import {
  addChild,
  addChildWithFormerSlip,
  cancelSlip,
  decideForChild,
  endGuardianship,
  findSlip,
  getMyFamily,
  joinAsGuardian,
  letGuardianSee,
  listChildren,
  makeSlips,
  recordPaper,
  renewSlip,
  signInWithSlip,
  takeOver,
  withdrawForFamily,
} from './index.ts'

const START = new Date('2026-11-23T09:00:00Z')
const PASSWORD = 'lapin-tambour-nuage'
const BIRTH = '2015-03-04'
let platform: TestApp
let ctx: Ctx
let bedel: Awaited<ReturnType<typeof makeSchool>>
let rabelais: Awaited<ReturnType<typeof makeSchool>>
let staff: Ctx
let addresses = 0
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  bedel = await makeSchool(ctx)
  rabelais = await makeSchool(ctx, 'École François Rabelais')
  staff = await staffCtx(ctx, bedel.organizationId)
})
beforeEach(() => platform.setNow(START))
afterAll(() => platform[Symbol.asyncDispose]())

const anonymous = () => as(ctx, { kind: 'anonymous' })
const asPerson = (personId: string) => as(ctx, actorOf(personId))
const visitor = () => ({ userAgent: 'test', address: `192.0.2.${++addresses % 250}` })
const declared = { relation: 'mother', declares: 'yes' } as const

async function makePupil({ school = bedel, givenName = 'Inaya', birthDate = BIRTH as string | null } = {}) {
  const childId = await makePerson(ctx, { givenName, familyName: 'Marsaud', ...(birthDate && { birthDate }) })
  await addMember(ctx, { organizationId: school.organizationId, personId: childId, roles: ['member'], isPupil: true })
  const [issued] = await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ personId: childId, name: givenName }] })
  return { childId, child: asPerson(childId), credentialId: issued!.credentialId }
}

async function printSlip(childId: string, school = bedel): Promise<string> {
  return (await makeSlips(ctx, { organizationId: school.organizationId, childIds: [childId], copies: 1 }))[0]!.code
}

async function join(code: string, { fact = BIRTH, givenName = 'Nadia' } = {}) {
  const entered = await joinAsGuardian(anonymous(), { code, fact, givenName, familyName: 'Marsaud', password: PASSWORD, ...declared }, visitor())
  return { ...entered, guardian: asPerson(entered.personId) }
}

/** A pupil with a guardian who has opened the paper. */
async function makeFamily(more: Parameters<typeof makePupil>[0] = {}) {
  const pupil = await makePupil(more)
  const code = await printSlip(pupil.childId, more.school)
  return { ...pupil, code, ...(await join(code)) }
}

const isPublic = async (credentialId: string) => (await getCredential(anonymous(), credentialId)).view === 'public'
const share = (child: Ctx, credentialId: string) => shareCredential(child, { credentialId, isShared: true })
const auditOf = async (organizationId: string, childId: string) =>
  (await ctx.db.selectFrom('audit_entry').selectAll().where('organization_id', '=', organizationId).orderBy('position').execute())
    .filter(({ subject }) => (subject as { childId?: string }).childId === childId)
    .map(({ act, actor_id }) => ({ act, actor_id }))

describe('a paper', () => {
  test('has a code that is not stored, and says whose school it is, never whose child', async () => {
    const { childId } = await makePupil()
    const code = await printSlip(childId)
    expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{8}$/)
    expect(JSON.stringify(await ctx.db.selectFrom('guardian_slip').selectAll().execute())).not.toContain(code)
    expect(await findSlip(anonymous(), { code: ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`, clientAddress: '' })).toMatchObject({
      state: 'open',
      organizationName: 'Collège Maurice Bedel',
    })
  })

  test('opens only with the birth date, written in any way; after ten wrong answers it opens nothing any more', async () => {
    const { childId } = await makePupil()
    const code = await printSlip(childId)
    await expect(join(code, { fact: '2015-03-05' })).rejects.toMatchObject({ code: 'fact_wrong' })
    expect((await join(code, { fact: '4/3/2015' })).guardian.actor).toBeDefined()
    const lost = await printSlip((await makePupil()).childId)
    for (let guess = 1; guess <= 10; guess++) await expect(join(lost, { fact: `2015-03-${guess + 10}` })).rejects.toMatchObject({ code: 'fact_wrong' })
    await expect(join(lost)).rejects.toMatchObject({ code: 'slip_blocked' })
  })

  test('many answers at once are no way around the ten', async () => {
    const code = await printSlip((await makePupil()).childId)
    const guesses = Array.from({ length: 25 }, (_, guess) => join(code, { fact: `2014-01-${String(guess + 1).padStart(2, '0')}` }).catch(({ code }) => code))
    expect((await Promise.all(guesses)).filter((code) => code === 'fact_wrong').length).toBeLessThanOrEqual(10)
  })

  test('asks for the family name where the birth date is unknown', async () => {
    const { childId } = await makePupil({ birthDate: null })
    const code = await printSlip(childId)
    await expect(join(code, { fact: 'Durand' })).rejects.toMatchObject({ code: 'fact_wrong' })
    expect((await join(code, { fact: 'MARSAUD ' })).personId).toBeDefined()
  })

  test('guessing codes stops after thirty from one address', async () => {
    const code = await printSlip((await makePupil()).childId)
    const guess = (typed: string) => findSlip(anonymous(), { code: typed, clientAddress: '198.51.100.7' })
    for (let tries = 0; tries < 30; tries++) await expect(guess(`ABCD${String(tries).padStart(4, '2')}`)).rejects.toMatchObject({ code: 'slip_unknown' })
    await expect(guess(code)).rejects.toMatchObject({ code: 'too_many_requests' })
  })

  test('printed again makes the former void; one that was answered stays', async () => {
    const { childId } = await makePupil()
    const lost = await printSlip(childId)
    const fresh = await printSlip(childId)
    await expect(join(lost)).rejects.toMatchObject({ code: 'slip_void' })
    await join(fresh)
    await expect(printSlip(childId)).rejects.toMatchObject({ code: 'nothing_to_print' })
    const second = await makeSlips(staff, { organizationId: bedel.organizationId, childIds: [childId], copies: 2 })
    expect(second.map(({ copy }) => copy)).toEqual([2])
    expect((await findSlip(anonymous(), { code: fresh, clientAddress: '' })).state).toBe('used')
  })

  test('is used once, whoever comes first', async () => {
    const code = await printSlip((await makePupil()).childId)
    const outcomes = await Promise.allSettled([join(code), join(code, { givenName: 'Autre' })])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(join(code)).rejects.toMatchObject({ code: 'slip_used' })
  })

  test('is for those who award badges to print, and for pupils of their own structure below fifteen', async () => {
    const { childId } = await makePupil()
    const print = (by: Ctx, organizationId = bedel.organizationId) => makeSlips(by, { organizationId, childIds: [childId], copies: 1 })
    await expect(print(anonymous())).rejects.toMatchObject({ code: 'not_signed_in' })
    await expect(print(await staffCtx(ctx, bedel.organizationId, ['designer']))).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(print(await staffCtx(ctx, rabelais.organizationId, ['owner']))).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(print(await staffCtx(ctx, rabelais.organizationId, ['owner']), rabelais.organizationId)).rejects.toMatchObject({ code: 'child_unknown' })
    const { childId: grown } = await makePupil({ birthDate: '2010-01-01' })
    await expect(printSlip(grown)).rejects.toMatchObject({ code: 'nothing_to_print' })
    await expect(makeSlips(staff, { organizationId: bedel.organizationId, childIds: [], copies: 1 })).rejects.toMatchObject({ code: 'nobody_chosen' })
  })

  test('that is cancelled opens nothing, also for who answered it', async () => {
    const { code, childId } = await makeFamily()
    const { id } = await ctx.db.selectFrom('guardian_slip').select('id').where('child_id', '=', childId).executeTakeFirstOrThrow()
    await expect(cancelSlip(await staffCtx(ctx, rabelais.organizationId, ['owner']), { organizationId: rabelais.organizationId, slipId: id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await cancelSlip(staff, { organizationId: bedel.organizationId, slipId: id })
    await expect(signInWithSlip(anonymous(), { code, password: PASSWORD }, visitor())).rejects.toMatchObject({ code: 'slip_void' })
  })
})

describe('a guardian', () => {
  test('needs no address, is no member of the school, and comes back with paper and password', async () => {
    const { code, personId, session } = await makeFamily()
    expect((await findSession(ctx, session.token))?.actor).toMatchObject({ personId })
    expect(await ctx.db.selectFrom('membership').selectAll().where('person_id', '=', personId).execute()).toEqual([])
    expect((await signInWithSlip(anonymous(), { code, password: PASSWORD }, visitor())).personId).toBe(personId)
    await expect(signInWithSlip(anonymous(), { code, password: 'pas le bon mot' }, visitor())).rejects.toMatchObject({ code: 'wrong_sign_in' })
    await expect(signInWithSlip(anonymous(), { code: await printSlip((await makePupil()).childId), password: PASSWORD }, visitor())).rejects.toMatchObject({ code: 'slip_unused' })
  })

  test('sees all their children, also one in another school, added signed in or by the former paper', async () => {
    const { guardian, code, personId } = await makeFamily()
    const brother = await makePupil({ school: rabelais, givenName: 'Malo', birthDate: '2016-05-06' })
    const sister = await makePupil({ school: rabelais, givenName: 'Zoé', birthDate: '2017-07-08' })
    await addChild(guardian, { code: await printSlip(brother.childId, rabelais), fact: '2016-05-06', ...declared }, '')
    const formerly = { formerCode: code, password: PASSWORD, ...declared }
    const back = await addChildWithFormerSlip(anonymous(), { code: await printSlip(sister.childId, rabelais), fact: '08/07/2017', ...formerly }, visitor())
    expect(back.personId).toBe(personId)
    expect((await listChildren(guardian)).map(({ givenName, structures, badges }) => [givenName, structures[0]?.name, badges.length])).toEqual([
      ['Inaya', 'Collège Maurice Bedel', 1],
      ['Malo', 'École François Rabelais', 1],
      ['Zoé', 'École François Rabelais', 1],
    ])
    expect(await listChildren(await staffCtx(ctx, bedel.organizationId))).toEqual([])
  })

  test('is never a child: a pupil who is signed in on the tablet is refused', async () => {
    const { childId } = await makePupil()
    const { child } = await makePupil({ givenName: 'Hugo' })
    await expect(addChild(child, { code: await printSlip(childId), fact: BIRTH, ...declared }, '')).rejects.toMatchObject({ code: 'guardian_is_pupil' })
  })

  test('who lost paper and password begins again with a new one, for this child only, and what they said stays', async () => {
    const { guardian, code, childId, personId } = await makeFamily()
    const brother = await makePupil({ school: rabelais, givenName: 'Malo', birthDate: '2016-05-06' })
    await addChild(guardian, { code: await printSlip(brother.childId, rabelais), fact: '2016-05-06', ...declared }, '')
    await decideForChild(guardian, { childId, scope: 'share', decision: 'given' })
    const { id: guardianshipId } = await ctx.db.selectFrom('guardianship').select('id').where('child_id', '=', childId).executeTakeFirstOrThrow()
    await expect(renewSlip(await staffCtx(ctx, rabelais.organizationId, ['owner']), { organizationId: rabelais.organizationId, guardianshipId })).rejects.toMatchObject({
      code: 'child_unknown',
    })
    const [renewed] = await renewSlip(staff, { organizationId: bedel.organizationId, guardianshipId })
    await expect(signInWithSlip(anonymous(), { code, password: PASSWORD }, visitor())).rejects.toMatchObject({ code: 'slip_void' })
    const again = await join(renewed!.code)
    expect(again.personId).not.toBe(personId)
    expect((await listChildren(again.guardian)).map(({ givenName, mine }) => [givenName, mine])).toEqual([['Inaya', { share: 'given' }]])
    expect((await listChildren(guardian)).map(({ givenName }) => givenName)).toEqual(['Malo'])
  })

  test('whom the school ends sees nothing more, and what they allowed is closed at once', async () => {
    const { guardian, child, childId, credentialId } = await makeFamily()
    await decideForChild(guardian, { childId, scope: 'share', decision: 'given' })
    await share(child, credentialId)
    const { id: guardianshipId } = await ctx.db.selectFrom('guardianship').select('id').where('child_id', '=', childId).executeTakeFirstOrThrow()
    const end = { organizationId: bedel.organizationId, guardianshipId }
    await expect(endGuardianship(staff, { ...end, reason: ' ' })).rejects.toMatchObject({ name: 'ZodError' })
    await endGuardianship(staff, { ...end, reason: 'N’est pas un parent' })
    expect(await isPublic(credentialId)).toBe(false)
    expect(await listChildren(guardian)).toEqual([])
    await expect(decideForChild(guardian, { childId, scope: 'share', decision: 'given' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('consent', () => {
  test('is joint: the family allows, the child shares, and no name is told', async () => {
    const { guardian, child, childId, credentialId } = await makeFamily()
    await expect(share(child, credentialId)).rejects.toMatchObject({ code: 'sharing_needs_consent' })
    await decideForChild(guardian, { childId, scope: 'take-home', decision: 'given' })
    await expect(share(child, credentialId)).rejects.toMatchObject({ code: 'sharing_needs_consent' })
    await decideForChild(guardian, { childId, scope: 'share', decision: 'given' })
    expect(await isPublic(credentialId)).toBe(false)
    await share(child, credentialId)
    expect(await getCredential(anonymous(), credentialId)).toMatchObject({ view: 'public', recipientName: null })
  })

  test('taken back closes every shared badge at once, and given again opens none', async () => {
    const { guardian, child, childId, credentialId } = await makeFamily()
    const say = (decision: 'given' | 'withdrawn') => decideForChild(guardian, { childId, scope: 'share', decision })
    await say('given')
    await share(child, credentialId)
    await say('withdrawn')
    expect(await isPublic(credentialId)).toBe(false)
    const response = await platform.app.request(`/credentials/${credentialId}.json`)
    expect(response.status).toBe(404)
    await say('given')
    expect(await isPublic(credentialId)).toBe(false)
    await say('given')
    expect((await auditOf(bedel.organizationId, childId)).map(({ act }) => act)).toEqual([
      'guardians.declared',
      'guardians.consent-given',
      'guardians.consent-withdrawn',
      'guardians.consent-given',
    ])
  })

  test('for a pupil whose age nobody knows is asked as well', async () => {
    const { childId, child, credentialId } = await makePupil({ birthDate: null })
    const { guardian } = await join(await printSlip(childId), { fact: 'marsaud' })
    await expect(share(child, credentialId)).rejects.toMatchObject({ code: 'sharing_needs_consent' })
    await decideForChild(guardian, { childId, scope: 'share', decision: 'given' })
    await share(child, credentialId)
    expect(await isPublic(credentialId)).toBe(true)
  })

  test('of two guardians, one no closes whatever the other says', async () => {
    const { childId, child, credentialId } = await makePupil()
    const slips = await makeSlips(staff, { organizationId: bedel.organizationId, childIds: [childId], copies: 2 })
    const [one, two] = [await join(slips[0]!.code), await join(slips[1]!.code, { givenName: 'Karim' })]
    await decideForChild(one.guardian, { childId, scope: 'share', decision: 'given' })
    await share(child, credentialId)
    await decideForChild(two.guardian, { childId, scope: 'share', decision: 'withdrawn' })
    expect(await isPublic(credentialId)).toBe(false)
    await expect(share(child, credentialId)).rejects.toMatchObject({ code: 'sharing_needs_consent' })
    expect((await listChildren(one.guardian))[0]).toMatchObject({ mine: { share: 'given' }, isClosedByOther: { share: true }, standing: { share: { state: 'withdrawn' } } })
    await decideForChild(two.guardian, { childId, scope: 'share', decision: 'given' })
    await share(child, credentialId)
    expect(await isPublic(credentialId)).toBe(true)
  })

  test('taken back while the child shares leaves nothing open, whoever comes first', async () => {
    for (let round = 0; round < 5; round++) {
      const { guardian, child, childId, credentialId } = await makeFamily()
      await decideForChild(guardian, { childId, scope: 'share', decision: 'given' })
      await Promise.allSettled([share(child, credentialId), decideForChild(guardian, { childId, scope: 'share', decision: 'withdrawn' })])
      const { shared_at } = await ctx.db.selectFrom('credential').select('shared_at').where('id', '=', credentialId).executeTakeFirstOrThrow()
      expect(shared_at).toBeNull()
    }
  })

  test('on a signed paper is written down by the school, and taken back when the family asks', async () => {
    const { childId, child, credentialId } = await makePupil()
    const paper = { organizationId: bedel.organizationId, childId, signer: 'Karim Marsaud', signedOn: '2026-11-20', scopes: ['share' as const], decision: 'given' as const }
    await expect(recordPaper(staff, { ...paper, signedOn: '2026-11-30' })).rejects.toMatchObject({ code: 'signed_in_future' })
    await expect(recordPaper(await staffCtx(ctx, bedel.organizationId, ['member']), paper)).rejects.toMatchObject({ code: 'not_allowed' })
    const stranger = await makePupil({ school: rabelais })
    await expect(recordPaper(staff, { ...paper, childId: stranger.childId })).rejects.toMatchObject({ code: 'child_unknown' })
    await recordPaper(staff, paper)
    await share(child, credentialId)
    const ask = { organizationId: bedel.organizationId, childId, scope: 'share' } as const
    await expect(withdrawForFamily(staff, { ...ask, deciderKey: 'personne' })).rejects.toMatchObject({ code: 'not_found' })
    await withdrawForFamily(staff, { ...ask, deciderKey: 'karimmarsaud' })
    expect(await isPublic(credentialId)).toBe(false)
    // The same hand, typed otherwise, is the same person.
    await recordPaper(staff, { ...paper, signer: 'karim  MARSAUD' })
    await share(child, credentialId)
    expect(await isPublic(credentialId)).toBe(true)
    expect((await auditOf(bedel.organizationId, childId)).every(({ actor_id }) => actor_id === (staff.actor as { personId: string }).personId)).toBe(true)
  })

  test('is nobody else’s to give', async () => {
    const { childId } = await makeFamily()
    const other = await makeFamily()
    for (const by of [other.guardian, staff, asPerson(childId), other.child])
      await expect(decideForChild(by, { childId, scope: 'share', decision: 'given' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(decideForChild(anonymous(), { childId, scope: 'share', decision: 'given' })).rejects.toMatchObject({ code: 'not_signed_in' })
  })
})

describe('at fifteen', () => {
  const BIRTHDAY = new Date('2030-03-04T00:00:00Z')

  test('the pupil decides alone: what was shared is private until they say it again, and no guardian sees or decides', async () => {
    const { guardian, child, childId, credentialId } = await makeFamily()
    await decideForChild(guardian, { childId, scope: 'share', decision: 'given' })
    await share(child, credentialId)
    await expect(takeOver(child, { keep: [] })).rejects.toMatchObject({ code: 'not_allowed' })
    platform.setNow(BIRTHDAY)
    expect(await isPublic(credentialId)).toBe(false)
    expect(await getMyFamily(child)).toMatchObject({ isProtected: false, takesOver: true, sharedBefore: [{ credentialId }] })
    expect(await listChildren(guardian)).toMatchObject([{ decidesAlone: true, isShown: false, badges: [], structures: [] }])
    for (const decision of ['withdrawn', 'given'] as const)
      await expect(decideForChild(guardian, { childId, scope: 'share', decision })).rejects.toMatchObject({ code: 'child_of_age' })
    await takeOver(child, { keep: [credentialId] })
    expect(await getCredential(anonymous(), credentialId)).toMatchObject({ view: 'public', recipientName: 'Inaya Marsaud' })
    expect(await getMyFamily(child)).toMatchObject({ takesOver: false, sharedBefore: [] })
  })

  test('what the pupil does not keep is closed, and no yes of the family is needed any more', async () => {
    const { guardian, child, childId, credentialId } = await makeFamily()
    await decideForChild(guardian, { childId, scope: 'share', decision: 'given' })
    await share(child, credentialId)
    platform.setNow(BIRTHDAY)
    await takeOver(child, { keep: [] })
    expect((await getMyFamily(child)).sharedBefore).toEqual([])
    expect(await isPublic(credentialId)).toBe(false)
    await share(child, credentialId)
    expect(await isPublic(credentialId)).toBe(true)
  })

  test('a former guardian sees the badges again only when the pupil says so', async () => {
    const { guardian, child } = await makeFamily()
    const { guardianshipId } = (await getMyFamily(child)).guardians[0]!
    await expect(letGuardianSee(child, { guardianshipId, isShown: true })).rejects.toMatchObject({ code: 'not_allowed' })
    platform.setNow(BIRTHDAY)
    await expect(letGuardianSee(guardian, { guardianshipId, isShown: true })).rejects.toMatchObject({ code: 'not_found' })
    await letGuardianSee(child, { guardianshipId, isShown: true })
    expect(await listChildren(guardian)).toMatchObject([{ decidesAlone: true, isShown: true, badges: [{}] }])
    await letGuardianSee(child, { guardianshipId, isShown: false })
    expect(await listChildren(guardian)).toMatchObject([{ isShown: false, badges: [] }])
  })

  test('a paper that still lies at home opens nothing', async () => {
    const code = await printSlip((await makePupil({ birthDate: '2011-12-01' })).childId)
    platform.setNow(new Date('2026-12-01T08:00:00Z'))
    await expect(join(code, { fact: '2011-12-01' })).rejects.toMatchObject({ code: 'child_of_age' })
  })
})
