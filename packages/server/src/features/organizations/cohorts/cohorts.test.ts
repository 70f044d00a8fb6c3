import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makeSchool } from '../../../../tests/support/make-school.ts'
import { addCohortMember, archiveCohort, createCohort, listCohortMembers, listCohorts, schoolYearOf } from '../index.ts'
import * as cohortPage from '../pages/cohort.server.ts'
import * as newPage from '../pages/cohort-new.server.ts'
import * as cohortsPage from '../pages/cohorts.server.ts'
import { addNewCohortMember, renameMember } from './cohort-members.ts'
import { updateCohort } from './create-cohort.ts'

let app: TestApp
let school: Awaited<ReturnType<typeof makeSchool>>
let other: Awaited<ReturnType<typeof makeSchool>>

beforeAll(async () => {
  app = await makeApp()
  school = await makeSchool(app.ctx)
  other = await makeSchool(app.ctx, 'Lycée Genevoix')
})
afterAll(() => app[Symbol.asyncDispose]())

const make = async (name: string, schoolYear = '2026-2027') =>
  (await createCohort(school.admin.ctx, { organizationId: school.organizationId, name, kind: 'class', schoolYear })).cohortId

it('the school year turns in August', () => {
  expect(schoolYearOf(new Date('2026-07-31T12:00:00Z'))).toBe('2025-2026')
  expect(schoolYearOf(new Date('2026-08-01T12:00:00Z'))).toBe('2026-2027')
})

describe('a class', () => {
  it('is made, filled with pupils who have only a name, and listed', async () => {
    const cohortId = await make('4e A')
    await addNewCohortMember(school.admin.ctx, { cohortId, givenName: 'Zoé', familyName: 'Lecœur', isPupil: true })
    await addNewCohortMember(school.admin.ctx, { cohortId, givenName: 'Amin', familyName: 'Étiévent', isPupil: true })
    await addCohortMember(school.admin.ctx, { cohortId, personId: school.issuer.personId })
    expect((await listCohortMembers(school.issuer.ctx, cohortId)).map(({ familyName, isPupil, emails }) => [familyName, isPupil, emails.length])).toEqual([
      ['Essai', false, 1],
      ['Étiévent', true, 0],
      ['Lecœur', true, 0],
    ])
    expect(await listCohorts(school.member.ctx, school.organizationId)).toEqual([{ id: cohortId, name: '4e A', kind: 'class', schoolYear: '2026-2027', memberCount: 3 }])
  })

  it('sorts as people count: 6e 2 before 6e 10', async () => {
    await make('6e 10')
    await make('6e 2')
    const names = (await listCohorts(school.admin.ctx, school.organizationId)).map(({ name }) => name)
    expect(names.indexOf('6e 2')).toBeLessThan(names.indexOf('6e 10'))
  })

  it('bears a name once a year; an archived one says so, and is reopened', async () => {
    const cohortId = await make('3e C')
    await expect(make('3e C')).rejects.toMatchObject({ code: 'cohort_exists', status: 409 })
    await make('3e C', '2027-2028')
    await archiveCohort(school.admin.ctx, { cohortId, isArchived: true })
    expect((await listCohorts(school.admin.ctx, school.organizationId)).some(({ id }) => id === cohortId)).toBe(false)
    await expect(make('3e C')).rejects.toMatchObject({ code: 'cohort_archived' })
    const answer = await callPage(app.ctx, cohortsPage.action, { actor: school.admin.actor, params: { slug: school.slug }, form: { cohortId } })
    expect(answer.location).toContain('done=cohort_reopened')
    await expect(updateCohort(school.admin.ctx, { cohortId, name: '4e A', kind: 'class', schoolYear: '2026-2027' })).rejects.toMatchObject({ code: 'cohort_exists' })
  })

  it('takes in only people of its own structure', async () => {
    const cohortId = await make('5e D')
    await expect(addCohortMember(school.admin.ctx, { cohortId, personId: other.pupil.personId })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is filled and put in order through its page', async () => {
    const created = await callPage(app.ctx, newPage.action, {
      actor: school.admin.actor,
      params: { slug: school.slug },
      form: { name: 'Club radio', kind: 'group', schoolYear: '2026-2027' },
    })
    const cohortId = /cohorts\/([^?]+)/.exec(created.location!)![1]!
    const page = (form: Record<string, string>) => callPage(app.ctx, cohortPage.action, { actor: school.admin.actor, params: { slug: school.slug, cohortId }, form })
    expect((await page({ intent: 'add', givenName: '', familyName: 'X' })).data.problem.fields).toEqual({ givenName: 'given_name_required' })
    expect((await page({ intent: 'add', givenName: 'Léo', familyName: 'Roux' })).location).toContain('done=member_added')
    const [leo] = await listCohortMembers(school.admin.ctx, cohortId)
    expect((await page({ intent: 'remove', personId: leo!.personId })).location).toContain('done=member_removed')
    expect(await listCohortMembers(school.admin.ctx, cohortId)).toEqual([])
    expect((await page({ intent: 'save', name: 'Web radio', kind: 'group', schoolYear: '' })).location).toContain('done=cohort_saved')
    expect((await page({ intent: 'archive' })).location).toContain('done=cohort_archived')
  })

  it('shows its name to all staff, and its people to those who may see people', async () => {
    const cohortId = await make('5e E')
    await addNewCohortMember(school.admin.ctx, { cohortId, givenName: 'Lou', familyName: 'Girard', isPupil: true })
    const params = { slug: school.slug, cohortId }
    expect((await callPage(app.ctx, cohortPage.loader, { actor: school.member.actor, params })).data).toMatchObject({ cohort: { name: '5e E' }, members: [] })
    await expect(listCohortMembers(school.member.ctx, cohortId)).rejects.toMatchObject({ code: 'not_allowed' })
    expect((await callPage(app.ctx, cohortPage.loader, { actor: school.issuer.actor, params })).data.members).toEqual([
      expect.not.objectContaining({ birthDate: expect.anything() }),
    ])
  })

  it('is closed to others: roles without the right, pupils, the school next door', async () => {
    const cohortId = await make('5e F')
    const params = { slug: school.slug, cohortId }
    for (const { actor } of [school.issuer, school.designer, school.member, school.pupil, other.admin])
      expect((await callPage(app.ctx, cohortPage.action, { actor, params, form: { intent: 'add', givenName: 'A', familyName: 'B' } })).status).toBe(403)
    for (const { actor } of [school.pupil, other.admin]) expect((await callPage(app.ctx, cohortPage.loader, { actor, params })).status).toBe(403)
    // Under one's own school's address, a class of the next is not there.
    expect((await callPage(app.ctx, cohortPage.loader, { actor: other.admin.actor, params: { slug: other.slug, cohortId } })).status).toBe(403)
    expect((await callPage(app.ctx, cohortPage.loader, { actor: school.admin.actor, params: { slug: school.slug, cohortId: 'nothing' } })).status).toBe(404)
    await expect(archiveCohort(other.owner.ctx, { cohortId, isArchived: true })).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('names', () => {
  it('the school corrects the name of a pupil it entered', async () => {
    const cohortId = await make('6e G')
    const { personId } = await addNewCohortMember(school.admin.ctx, { cohortId, givenName: 'Lea', familyName: 'Petit', isPupil: true })
    await renameMember(school.admin.ctx, { organizationId: school.organizationId, personId, givenName: 'Léa', familyName: 'Petit-Roux' })
    expect(await listCohortMembers(school.admin.ctx, cohortId)).toEqual([expect.objectContaining({ givenName: 'Léa', familyName: 'Petit-Roux' })])
  })

  it('whoever has an account corrects their own, and a pupil of two schools is renamed by neither', async () => {
    const { organizationId, admin, issuer, pupil } = school
    await expect(renameMember(admin.ctx, { organizationId, personId: issuer.personId, givenName: 'Autre', familyName: 'Nom' })).rejects.toMatchObject({
      code: 'names_are_their_own',
    })
    const { addMember } = await import('../index.ts')
    await addMember(app.ctx, { organizationId: other.organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
    await expect(renameMember(admin.ctx, { organizationId, personId: pupil.personId, givenName: 'Autre', familyName: 'Nom' })).rejects.toMatchObject({ code: 'not_allowed' })
  })
})
