// The way of a family through the pages, as a phone without scripts walks it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#ctx'
import { openSession, SESSION_COOKIE } from '#features/accounts/index.ts'
import { addCohortMember, addMember, createCohort } from '#features/organizations/index.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../tests/support/make-app.ts'
import { openPages, readText, type Visitor } from '../../../tests/support/visitor.ts'
import { readPdf } from '../ceremonies/sheets/read-pdf.fixture.ts'
import { makePerson, makeSchool, staffCtx } from '../credentials/school.fixture.ts'
import { makeSlips } from './index.ts'

let platform: TestApp
let newVisitor: () => Visitor
let school: Awaited<ReturnType<typeof makeSchool>>
let staff: Visitor
let cohortId: string
beforeAll(async () => {
  platform = await makeApp()
  ;({ newVisitor } = await openPages(platform))
  school = await makeSchool(platform.ctx)
  ;({ cohortId } = await createCohort(platform.ctx, { organizationId: school.organizationId, name: '6e A', kind: 'class', schoolYear: '2026-2027' }))
  const { actor } = await staffCtx(platform.ctx, school.organizationId)
  staff = await enter((actor as { personId: string }).personId)
})
afterAll(() => platform[Symbol.asyncDispose]())

const PASSWORD = 'lapin tambour nuage'

async function enter(personId: string): Promise<Visitor> {
  const visitor = newVisitor()
  visitor.cookies.set(SESSION_COOKIE, (await openSession(platform.ctx, { personId, method: 'card', userAgent: 'test', address: '' })).token)
  return visitor
}

async function makePupil(givenName: string) {
  const childId = await makePerson(platform.ctx, { givenName, familyName: 'Vauquelin', birthDate: '2015-03-04' })
  await addMember(platform.ctx, { organizationId: school.organizationId, personId: childId, roles: ['member'], isPupil: true })
  await addCohortMember(platform.ctx, { cohortId, personId: childId })
  return childId
}

const printFor = async (childId: string) => (await makeSlips(platform.ctx, { organizationId: school.organizationId, childIds: [childId], copies: 1 }))[0]!.code

test('a parent opens the paper, proves, declares, decides, and comes back the next day', async () => {
  const childId = await makePupil('Zéphyrine')
  const path = `/family/${await printFor(childId)}`
  const phone = newVisitor()
  expect(await (await phone.get(path)).text()).not.toContain('Zéphyrine')
  const wrong = await phone.post(path, { intent: 'prove', fact: '05/03/2015' })
  const answer = await wrong.text()
  expect(answer).toContain('Ce n’est pas la bonne réponse')
  expect(answer).not.toContain('Zéphyrine')
  expect(await readText(await phone.post(path, { intent: 'prove', fact: '04/03/2015' }))).toContain('Vous venez pour Zéphyrine')

  const declared = {
    intent: 'join',
    fact: '04/03/2015',
    childName: 'Zéphyrine',
    givenName: 'Nadia',
    familyName: 'Vauquelin',
    relation: 'mother',
    declares: 'yes',
    password: PASSWORD,
  }
  const { declares: _, ...silent } = declared
  const refused = await (await phone.post(path, silent)).text()
  expect(refused).toContain('sans autorité parentale, on ne peut pas décider')
  expect(refused).toContain('value="Nadia"')
  expect(await (await phone.post(path, { ...declared, password: 'motdepasse123' })).text()).toContain('trop facile à deviner')
  expect((await phone.post(path, declared)).headers.get('location')).toBe('/me/children?done=joined')
  expect(await phone.read('/me/children')).toMatch(/Zéphyrine .*Collège Maurice Bedel, 6e A/)
  expect((await phone.post(`/me/children/${childId}`, { scope: 'share', decision: 'given' })).headers.get('location')).toContain('done=share_given')

  const nextDay = newVisitor()
  expect(await nextDay.read(path)).toContain('Vous avez déjà répondu avec ce papier')
  expect(await readText(await nextDay.post(path, { intent: 'sign-in', password: 'pas le bon du tout' }))).toContain('Ce n’est pas le bon mot de passe')
  expect((await nextDay.post(path, { intent: 'sign-in', password: PASSWORD })).headers.get('location')).toBe('/me/children?done=back')
  const child = await enter(childId)
  expect(await child.read('/me/family')).toMatch(/Nadia Vauquelin/)
  await platform.runJobs()
  expect(await child.read('/me/notices')).toContain('Ta famille a dit oui')
})

test('the school prints papers that open, reads who answered, and writes down what came back signed', async () => {
  const childId = await makePupil('Anatole')
  const list = `/organizations/${school.slug}/cohorts/${cohortId}/families`
  const printed = await staff.post(`/organizations/${school.slug}/families.pdf`, { child: childId, language: 'both', cohort: cohortId })
  const { pages } = await readPdf(new Uint8Array(await printed.arrayBuffer()), { withPhone: true })
  expect(pages).toHaveLength(1)
  expect(pages[0]!.codes).toEqual([pages[0]!.codes[0], pages[0]!.codes[0]])
  const words = pages[0]!.text.replaceAll('\u00a0', ' ')
  expect(words).toContain('Pour la famille : Anatole')
  expect(words).toContain('For the family: Anatole')
  expect(words).not.toMatch(/Vauquelin|\{/)
  expect((await newVisitor().get(pages[0]!.codes[0]!.replace(TEST_ORIGIN, ''))).status).toBe(200)
  expect((await staff.post(`/organizations/${school.slug}/families.pdf`, { cohort: cohortId })).headers.get('location')).toBe(`${list}?problem=nobody_chosen`)
  expect(await staff.read(`${list}?problem=nobody_chosen`)).toContain('Cochez au moins un élève')

  const family = `/organizations/${school.slug}/families/${childId}`
  const paper = { intent: 'record', signer: 'Louis Vauquelin', signedOn: '2026-11-20', decision: 'given' }
  const forgotten = await (await staff.post(family, paper)).text()
  expect(forgotten).toContain('Cochez au moins une chose')
  expect(forgotten).toContain('value="Louis Vauquelin"')
  expect((await staff.post(family, { ...paper, scopes: 'share' })).headers.get('location')).toBe(`${family}?done=recorded`)
  expect(await staff.read(family)).toMatch(/Louis Vauquelin, le 23 novembre 2026 · papier signé le 20 novembre 2026 · noté par Maya Renaud/)
  expect(await staff.read(list)).toContain('papier signé par Louis Vauquelin')
  expect((await staff.post(family, { intent: 'withdraw', scope: 'share', deciderKey: 'louisvauquelin' })).headers.get('location')).toBe(`${family}?done=withdrawn`)
})

test('an address of one’s own waits for the family', async () => {
  const childId = await makePupil('Basile')
  const child = await enter(childId)
  const add = () => child.post('/account', { intent: 'email_added', address: 'basile@example.org' })
  expect(await readText(await add())).toContain('ta famille doit d’abord dire oui')
  const { recordPaper } = await import('./index.ts')
  const system = as(platform.ctx, { kind: 'system' })
  await recordPaper(system, { organizationId: school.organizationId, childId, signer: 'Louis', signedOn: '2026-11-20', scopes: ['take-home'], decision: 'given' })
  expect((await add()).headers.get('location')).toBe('/account?done=email_added')
})

test('a pupil who scans the paper is told to give it to a parent', async () => {
  const code = await printFor(await makePupil('Colombe'))
  const child = await enter(await makePupil('Désiré'))
  expect(await child.read(`/family/${code}`)).toContain('ce papier est pour tes parents')
})
