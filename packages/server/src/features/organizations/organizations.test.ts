import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callPage } from '../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import { archiveOrganization, createOrganization, getOrganization, listMyOrganizations, updateOrganization } from './index.ts'
import { listOrganizations } from './list-organizations.ts'
import { isUai } from './organization.schema.ts'
import * as network from './pages/network.server.ts'
import * as home from './pages/organization-home.server.ts'
import * as newPage from './pages/organization-new.server.ts'
import * as settings from './pages/organization-settings.server.ts'

let app: TestApp
let admin: Somebody
let school: Awaited<ReturnType<typeof makeSchool>>
let other: Awaited<ReturnType<typeof makeSchool>>

beforeAll(async () => {
  app = await makeApp()
  await app.ctx.db
    .insertInto('commune')
    .values([
      { code: '86194', name: 'Poitiers', department_code: '86', region_code: '75', postal_codes: ['86000'], population: 89_000 },
      { code: '86214', name: 'Saint-Benoît', department_code: '86', region_code: '75', postal_codes: ['86280'], population: 7000 },
      { code: '97410', name: 'Saint-Benoît', department_code: '974', region_code: '04', postal_codes: ['97470'], population: 38_000 },
    ])
    .execute()
  admin = await makePerson(app.ctx, 'Claire', { isNetworkAdmin: true })
  school = await makeSchool(app.ctx)
  other = await makeSchool(app.ctx, 'Lycée Genevoix')
})
afterAll(() => app[Symbol.asyncDispose]())

describe('opening a structure', () => {
  it('a network administrator opens one, its address is made from its name, and a namesake gets a number', async () => {
    const first = await createOrganization(admin.ctx, { name: 'École Élémentaire – Œuvre d’Été', type: 'primary-school', communeCode: '86194' })
    expect(first.slug).toBe('ecole-elementaire-oeuvre-d-ete')
    expect((await createOrganization(admin.ctx, { name: 'École élémentaire Œuvre d’été', type: 'primary-school' })).slug).toBe('ecole-elementaire-oeuvre-d-ete-2')
    expect(await getOrganization(app.ctx, { slug: first.slug })).toMatchObject({
      id: first.organizationId,
      name: 'École Élémentaire – Œuvre d’Été',
      commune: { code: '86194', name: 'Poitiers', departmentCode: '86' },
      archivedAt: null,
    })
  })

  it('two structures opened at once under one name get two addresses', async () => {
    const slugs = await Promise.all([1, 2, 3].map(() => createOrganization(admin.ctx, { name: 'Club radio', type: 'association' })))
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(3)
  })

  it('nobody else opens one', async () => {
    await expect(createOrganization(school.owner.ctx, { name: 'À moi', type: 'association' })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(createOrganization({ ...app.ctx, actor: { kind: 'anonymous' } }, { name: 'À moi', type: 'association' })).rejects.toMatchObject({ code: 'not_signed_in' })
  })

  it('an imposed address that is taken, and a commune that does not exist, are refused', async () => {
    await expect(createOrganization(admin.ctx, { name: 'Autre', type: 'lycée', slug: school.slug })).rejects.toMatchObject({ code: 'slug_taken' })
    await expect(createOrganization(admin.ctx, { name: 'Autre', type: 'lycée', communeCode: '00000' })).rejects.toMatchObject({ code: 'unknown_commune' })
  })

  it('the letter of a UAI follows from its digits', () => {
    expect(isUai('0750655E')).toBe(true)
    expect(isUai('0750655F')).toBe(false)
    expect(isUai('750655E')).toBe(false)
  })
})

describe('the form', () => {
  const filled = { name: 'Lycée pilote', type: 'lycée', description: '', website: 'lycee-pilote.fr', email: '', uai: '0750655e', communeText: 'Poitiers', communeCode: '' }
  const post = (form: Record<string, string>, actor = admin.actor) => callPage(app.ctx, newPage.action, { actor, form })

  it('creates the structure and goes on to inviting whoever will run it', async () => {
    const answer = await post({ ...filled, communeText: 'Poitiers (86)' })
    expect(answer).toMatchObject({ status: 302, location: '/organizations/lycee-pilote/people/invite?done=created' })
    expect(await getOrganization(app.ctx, { slug: 'lycee-pilote' })).toMatchObject({ website: 'https://lycee-pilote.fr', uai: '0750655E', commune: { code: '86194' } })
  })

  it('asks which place is meant, without scripts too, and keeps what was typed', async () => {
    const asked = await post({ ...filled, communeText: 'st benoit' })
    expect(asked.data).toMatchObject({ problem: { code: 'commune_unclear' }, values: { name: 'Lycée pilote', communeText: 'st benoit' } })
    expect(asked.data.problem.detail.choices.map(({ label }: { label: string }) => label)).toEqual(['Saint-Benoît (974)', 'Saint-Benoît (86)'])
  })

  it('a look for a place does not need the rest of the form', async () => {
    const asked = await post({ ...filled, name: '', communeText: 'st benoit', intent: 'find-commune' })
    expect(asked.data.problem.code).toBe('commune_unclear')
  })

  it('says which field is wrong', async () => {
    const refused = await post({ ...filled, name: ' ', type: '', email: 'x@', uai: '0750655F', website: 'javascript:alert(1)' })
    expect(refused.data.problem).toMatchObject({
      code: 'invalid_input',
      fields: { name: 'name_required', type: 'type_required', email: 'email_invalid', uai: 'uai_invalid', website: 'website_invalid' },
    })
  })

  it('is a 403 for anybody but a network administrator, and sends a visitor to sign in', async () => {
    expect((await post(filled, school.owner.actor)).status).toBe(403)
    expect((await callPage(app.ctx, newPage.loader, { actor: school.owner.actor })).status).toBe(403)
    expect(await callPage(app.ctx, newPage.loader)).toMatchObject({ status: 302, location: '/sign-in?next=%2Fpage' })
  })
})

describe('the network', () => {
  it('is listed with its sizes, and searched by name, commune and type', async () => {
    const { organizations } = await listOrganizations(admin.ctx, { search: 'maurice bedel' })
    expect(organizations).toEqual([expect.objectContaining({ slug: school.slug, staffCount: 5, pupilCount: 1, achievementCount: 0, credentialCount: 0 })])
    expect((await listOrganizations(admin.ctx, { search: 'POITIERS' })).total).toBeGreaterThan(0)
    expect((await listOrganizations(admin.ctx, { type: 'employer' })).total).toBe(0)
    expect((await listOrganizations(admin.ctx, { search: '%' })).total).toBe(0)
  })

  it('is for network administrators only', async () => {
    expect((await callPage(app.ctx, network.loader, { actor: school.owner.actor })).status).toBe(403)
    expect((await callPage(app.ctx, network.loader, { actor: admin.actor, search: '?q=lycee&page=zero' })).data.organizations.length).toBeGreaterThan(0)
  })
})

describe('settings', () => {
  const params = () => ({ slug: school.slug })

  it('an administrator corrects the structure; its address stays', async () => {
    const answer = await callPage(app.ctx, settings.action, {
      actor: school.admin.actor,
      params: params(),
      form: {
        name: 'Collège M. Bedel',
        type: 'collège',
        description: 'Dans la vallée du Clain.',
        website: '',
        email: 'Contact@Bedel.example',
        uai: '',
        communeText: 'Poitiers (86)',
        communeCode: '86194',
      },
    })
    expect(answer.location).toBe(`/organizations/${school.slug}/settings?done=saved`)
    expect(await getOrganization(app.ctx, { slug: school.slug })).toMatchObject({ name: 'Collège M. Bedel', email: 'contact@bedel.example', website: null })
  })

  it('only owners archive, and reopen', async () => {
    await expect(archiveOrganization(school.admin.ctx, { organizationId: school.organizationId, isArchived: true })).rejects.toMatchObject({ code: 'not_allowed' })
    const post = (intent: string) => callPage(app.ctx, settings.action, { actor: school.owner.actor, params: params(), form: { intent } })
    expect((await post('archive')).location).toContain('done=archived')
    expect(await listMyOrganizations(school.owner.ctx)).toEqual([])
    expect((await post('reopen')).location).toContain('done=reopened')
    expect(await listMyOrganizations(school.owner.ctx)).toHaveLength(1)
  })

  it('is closed to the other roles and to the school next door, and unknown is unknown', async () => {
    for (const { actor } of [school.issuer, school.designer, school.member, school.pupil, other.owner]) {
      expect((await callPage(app.ctx, settings.loader, { actor, params: params() })).status).toBe(403)
      expect((await callPage(app.ctx, settings.action, { actor, params: params(), form: { intent: 'archive' } })).status).toBe(403)
    }
    expect((await callPage(app.ctx, settings.loader, { actor: school.owner.actor, params: { slug: 'nowhere' } })).status).toBe(404)
    await expect(updateOrganization(other.owner.ctx, { organizationId: school.organizationId, name: 'Volée', type: 'lycée' })).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('the first page of a structure', () => {
  it('shows staff what is there and what they may do', async () => {
    const { data } = await callPage(app.ctx, home.loader, { actor: school.issuer.actor, params: { slug: school.slug } })
    expect(data).toMatchObject({ who: 'staff', can: { issue: true, managePeople: false, design: false }, summary: { staffCount: 5, pupilCount: 1, credentialCount: 0 } })
  })

  it('shows somebody who neither designs nor issues the badges of the house, and whom to ask', async () => {
    const { data } = await callPage(app.ctx, home.loader, { actor: school.member.actor, params: { slug: school.slug } })
    expect(data).toMatchObject({ who: 'member', member: { badges: [] } })
    expect(data.member.contacts.map(({ personId }: { personId: string }) => personId)).toEqual(
      [school.owner, school.admin, school.designer, school.issuer].map(({ personId }) => personId),
    )
    expect(data).not.toHaveProperty('summary')
  })

  it('shows a pupil their own things, and nothing of the others', async () => {
    const { data } = await callPage(app.ctx, home.loader, { actor: school.pupil.actor, params: { slug: school.slug } })
    expect(data).toEqual({
      title: expect.any(String),
      who: 'pupil',
      seats: 0,
      organization: { slug: school.slug, name: expect.any(String), isArchived: false },
      pupil: { classes: [], credentialCount: 0 },
    })
  })

  it('is closed to people from elsewhere', async () => {
    expect((await callPage(app.ctx, home.loader, { actor: other.owner.actor, params: { slug: school.slug } })).status).toBe(403)
    expect((await callPage(app.ctx, home.loader, { params: { slug: school.slug } })).location).toContain('/sign-in')
  })
})
