import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import { type Action, archiveOrganization, demand, may } from './index.ts'

const ACTIONS: Action[] = ['view', 'view-people', 'manage-people', 'manage-structure', 'manage-owners', 'design', 'issue', 'revoke', 'lead']
const EXPECTED: Record<string, Action[]> = {
  owner: ACTIONS,
  admin: ['view', 'view-people', 'manage-people', 'manage-structure', 'design', 'issue', 'revoke', 'lead'],
  designer: ['view', 'design'],
  issuer: ['view', 'view-people', 'issue', 'revoke'],
  member: ['view'],
  pupil: [],
  'network administrator': ['view', 'view-people', 'manage-people', 'manage-structure', 'manage-owners'],
  'owner of another school': [],
  'somebody without a structure': [],
}

let app: TestApp
let organizationId: string
let people: Record<string, Somebody>

beforeAll(async () => {
  app = await makeApp()
  const school = await makeSchool(app.ctx)
  const other = await makeSchool(app.ctx, 'Lycée Genevoix')
  organizationId = school.organizationId
  people = {
    ...school,
    'network administrator': await makePerson(app.ctx, 'Claire', { isNetworkAdmin: true }),
    'owner of another school': other.owner,
    'somebody without a structure': await makePerson(app.ctx, 'Personne'),
  } as unknown as Record<string, Somebody>
})
afterAll(() => app[Symbol.asyncDispose]())

describe.each(Object.keys(EXPECTED))('%s', (who) => {
  it.each(ACTIONS)('%s', async (action) => {
    const isAllowed = EXPECTED[who]!.includes(action)
    expect(await may(people[who]!.ctx, action, organizationId)).toBe(isAllowed)
    const answer = demand(people[who]!.ctx, action, organizationId)
    await (isAllowed ? expect(answer).resolves.toBeUndefined() : expect(answer).rejects.toMatchObject({ code: 'not_allowed', status: 403 }))
  })
})

it('a visitor is asked to sign in', async () => {
  await expect(demand({ ...app.ctx, actor: { kind: 'anonymous' } }, 'view', organizationId)).rejects.toMatchObject({ code: 'not_signed_in', status: 401 })
})

it('in an archived structure one still looks, revokes and puts in order, and neither designs nor issues', async () => {
  const { organizationId, owner } = await makeSchool(app.ctx, 'Ancienne école')
  await archiveOrganization(owner.ctx, { organizationId, isArchived: true })
  const allowed = await Promise.all(ACTIONS.map(async (action) => ((await may(owner.ctx, action, organizationId)) ? [action] : [])))
  expect(allowed.flat()).toEqual(['view', 'view-people', 'manage-structure', 'manage-owners', 'revoke'])
})
