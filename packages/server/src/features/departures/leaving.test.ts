import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { readPdf } from '#features/ceremonies/sheets/read-pdf.fixture.ts'
import { recordPaper } from '#features/guardians/index.ts'
import { addCohortMember, addMember, createCohort } from '#features/organizations/index.ts'
import { callPage } from '../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import { leaveStructure, readLeaving } from './leave-structure.ts'
import { listDepartures } from './list-departures.ts'
import { findHomeSlip, openAtHome } from './open-at-home.ts'
import * as leavePage from './pages/leave.server.ts'
import * as openPage from './pages/open-at-home.server.ts'
import { prepareDepartures } from './prepare-departures.ts'
import { printDepartures } from './print-departures.ts'

const VISITOR = { userAgent: 'test', address: '192.0.2.9' }
const PASSWORD = 'lune-tapis-orange'

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let cohortId: string
let count = 0

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx, 'Lycée Genevoix')
  ;({ cohortId } = await createCohort(ctx, { organizationId: school.organizationId, name: 'Terminale 2', kind: 'class', schoolYear: '2026-2027' }))
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  await ctx.db.deleteFrom('rate_limit').execute()
})

async function makePupil(birthDate: string | null = '2009-02-03'): Promise<Somebody> {
  const pupil = await makePerson(ctx, `Nour ${++count}`)
  await ctx.db.updateTable('person').set({ birth_date: birthDate }).where('id', '=', pupil.personId).execute()
  await addMember(ctx, { organizationId: school.organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
  await addCohortMember(ctx, { cohortId, personId: pupil.personId })
  return pupil
}

const slipFor = async ({ personId }: Somebody) => (await prepareDepartures(school.issuer.ctx, { cohortId, kind: 'home', personIds: [personId] })).prepared[0]!
const look = (code: string) => findHomeSlip(ctx, { code, clientAddress: '192.0.2.9' })
const verify = ({ personId }: Somebody, address: string) =>
  ctx.db.updateTable('person_email').set({ verified_at: ctx.now() }).where('person_id', '=', personId).where('address', '=', address).execute()
const isMember = async ({ personId }: Somebody) =>
  (await ctx.db.selectFrom('membership').select('left_at').where('organization_id', '=', school.organizationId).where('person_id', '=', personId).executeTakeFirstOrThrow())
    .left_at === null

describe('a slip to take home', () => {
  test('opens the passport with an address and a password; the school is left once the address is verified', async () => {
    const pupil = await makePupil()
    const { code, departureId } = await slipFor(pupil)
    expect(await look(code)).toMatchObject({ givenName: `Nour ${count}`, schoolName: 'Lycée Genevoix', isPupil: true })
    const answer = await callPage(ctx, openPage.action, { params: { code }, form: { address: 'nour@example.org', password: PASSWORD } })
    expect(answer).toMatchObject({ location: '/me/leave?done=address', cookie: expect.stringContaining('boat_session=') })
    await expect(leaveStructure(pupil.ctx, school.organizationId)).rejects.toMatchObject({ code: 'address_needed' })
    expect(await isMember(pupil)).toBe(true)
    await verify(pupil, 'nour@example.org')
    expect((await callPage(ctx, leavePage.action, { actor: pupil.actor, form: { intent: 'leave', organizationId: school.organizationId } })).location).toBe('/me/leave?done=left')
    await leaveStructure(pupil.ctx, school.organizationId)
    expect(await isMember(pupil)).toBe(false)
    expect(await readLeaving(pupil.ctx)).toMatchObject({ structures: [], hasAddress: true, hasPassword: true })
    expect((await listDepartures(school.admin.ctx, school.organizationId)).filter((line) => line.departureId === departureId)).toMatchObject([{ state: 'moved', kind: 'home' }])
    await expect(look(code)).rejects.toMatchObject({ code: 'departure_done' })
  })

  test('that is void, unknown or of somebody with an address names nobody', async () => {
    const pupil = await makePupil()
    const first = await slipFor(pupil)
    const second = await slipFor(pupil)
    const { data, status } = await callPage(ctx, openPage.loader, { params: { code: first.code } })
    expect(status).toBe(404)
    expect(JSON.stringify(data)).not.toContain('Nour')
    await expect(look('ZZZZ2222')).rejects.toMatchObject({ code: 'departure_unknown' })
    await openAtHome(ctx, { code: second.code, password: PASSWORD, address: `nour${count}@example.org` }, VISITOR)
    await verify(pupil, `nour${count}@example.org`)
    await expect(look(second.code)).rejects.toMatchObject({ code: 'departure_has_account' })
  })

  test('is printed with the code in large letters and a QR, for those who need it', async () => {
    const pupil = await makePupil()
    const reached = await makePupil()
    await ctx.db
      .insertInto('person_email')
      .values({ id: ctx.newId(), person_id: reached.personId, address: 'joint@example.org', verified_at: ctx.now(), created_at: ctx.now() })
      .execute()
    const print = (kind: 'transfer' | 'home', who: Somebody[]) =>
      printDepartures(school.issuer.ctx, { organizationId: school.organizationId, cohortId, kind, destinationId: undefined, personIds: who.map(({ personId }) => personId) })
    const { pages } = await readPdf(Buffer.from(await print('home', [pupil, reached])), { withPhone: true })
    expect(pages[0]!.codes).toHaveLength(1)
    const code = pages[0]!.codes[0]!.split('/').at(-1)!
    expect(await look(code)).toMatchObject({ personId: pupil.personId })
    await expect(print('home', [reached])).rejects.toMatchObject({ code: 'nothing_to_print' })
    expect((await readPdf(Buffer.from(await print('transfer', [reached])))).pages[0]!.text).toMatch(/Terminale 2 · Lycée Genevoix/)
  })

  test('never opens an account that has a say over others', async () => {
    const pupil = await makePupil()
    const { code } = await slipFor(pupil)
    await ctx.db
      .updateTable('membership')
      .set({ roles: ['issuer'], is_pupil: false })
      .where('person_id', '=', pupil.personId)
      .execute()
    await expect(look(code)).rejects.toMatchObject({ code: 'departure_has_account' })
  })

  test('asks the family below fifteen, and when nobody knows the age; what the family takes back counts at once', async () => {
    for (const birthDate of ['2015-05-05', null]) {
      const child = await makePupil(birthDate)
      await expect(slipFor(child)).rejects.toMatchObject({ code: 'consent_needed', detail: { names: `Nour ${count} Essai`, count: 1 } })
    }
    const child = await makePupil('2015-05-05')
    const paper = { organizationId: school.organizationId, childId: child.personId, signer: 'Samia Essai', signedOn: '2026-01-05' }
    await recordPaper(school.issuer.ctx, { ...paper, scopes: ['take-home'], decision: 'given' })
    const { code } = await slipFor(child)
    expect(await look(code)).toMatchObject({ givenName: `Nour ${count}` })
    await recordPaper(school.issuer.ctx, { ...paper, scopes: ['take-home'], decision: 'withdrawn' })
    await expect(look(code)).rejects.toMatchObject({ code: 'consent_needed' })
    await expect(leaveStructure(child.ctx, school.organizationId)).rejects.toMatchObject({ code: 'consent_needed' })
  })
})

test('somebody of the staff leaves with their address; the last owner names another one first', async () => {
  await leaveStructure(school.designer.ctx, school.organizationId)
  expect(await isMember(school.designer)).toBe(false)
  await expect(leaveStructure(school.owner.ctx, school.organizationId)).rejects.toMatchObject({ code: 'last_owner' })
  const stranger = await makePerson(ctx, 'Inconnue', { address: 'inconnue@example.org' })
  await expect(leaveStructure(stranger.ctx, school.organizationId)).rejects.toMatchObject({ code: 'not_found' })
})
