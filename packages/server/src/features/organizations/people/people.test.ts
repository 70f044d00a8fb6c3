import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../../tests/support/make-school.ts'
import { addMember, may, type Role } from '../index.ts'
import * as inviteePage from '../pages/invitation.server.ts'
import * as peoplePage from '../pages/people.server.ts'
import * as invitePage from '../pages/people-invite.server.ts'
import * as personPage from '../pages/person.server.ts'
import { acceptInvitation, acceptInvitationAsNewcomer, getInvitation } from './accept-invitation.ts'
import { changeMember, removeMember } from './change-member.ts'
import { inviteMember } from './invite-member.ts'
import { getMember, listMembers } from './list-members.ts'
import { listInvitations, resendInvitation, withdrawInvitation } from './pending-invitations.ts'

type School = Awaited<ReturnType<typeof makeSchool>>
let app: TestApp
let school: School
let other: School

beforeAll(async () => {
  app = await makeApp()
  other = await makeSchool(app.ctx, 'Lycée Genevoix')
})
afterAll(() => app[Symbol.asyncDispose]())

/** The link as it was mailed: only the job that writes the mail can open it. */
async function lastToken(): Promise<string> {
  const jobs = await app.ctx.boss.fetch<{ invitationId: string; sealedToken: string }>('test.invitations', { batchSize: 100 })
  const { invitationId, sealedToken } = jobs.at(-1)!.data
  return Buffer.from(app.ctx.secrets.open(Buffer.from(sealedToken, 'base64'), `link:${invitationId}`)).toString()
}
beforeAll(async () => {
  await app.ctx.boss.createQueue('test.invitations')
  await app.ctx.boss.subscribe('invitation.sent', 'test.invitations')
  school = await makeSchool(app.ctx)
})

describe('members', () => {
  it('an administrator changes what somebody may do, and their function', async () => {
    const { organizationId, admin, member } = school
    await changeMember(admin.ctx, { organizationId, personId: member.personId, roles: ['issuer', 'member'], title: ' CPE ' })
    expect(await getMember(admin.ctx, { organizationId, personId: member.personId })).toMatchObject({ roles: ['issuer'], title: 'CPE', isSelfManaged: true })
    await changeMember(admin.ctx, { organizationId, personId: member.personId, roles: ['member'], title: '' })
  })

  it('only an owner makes or unmakes owners', async () => {
    const { organizationId, admin, owner, issuer } = school
    await expect(changeMember(admin.ctx, { organizationId, personId: issuer.personId, roles: ['owner'], title: '' })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(changeMember(admin.ctx, { organizationId, personId: owner.personId, roles: ['member'], title: '' })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(removeMember(admin.ctx, { organizationId, personId: owner.personId })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(addMember(admin.ctx, { organizationId, personId: issuer.personId, roles: ['owner'] })).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('the last owner neither leaves nor steps down; the last but one may', async () => {
    const { organizationId, owner, admin } = school
    await expect(removeMember(owner.ctx, { organizationId, personId: owner.personId })).rejects.toMatchObject({ code: 'last_owner', status: 409 })
    await expect(changeMember(owner.ctx, { organizationId, personId: owner.personId, roles: ['admin'], title: '' })).rejects.toMatchObject({ code: 'last_owner' })
    await addMember(owner.ctx, { organizationId, personId: admin.personId, roles: ['owner'] })
    // Both at once: one of them stays.
    const both = await Promise.allSettled([
      removeMember(owner.ctx, { organizationId, personId: owner.personId }),
      removeMember(admin.ctx, { organizationId, personId: admin.personId }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await addMember(app.ctx, { organizationId, personId: owner.personId, roles: ['owner'] })
    await addMember(app.ctx, { organizationId, personId: admin.personId, roles: ['admin'] })
    await changeMember(app.ctx, { organizationId, personId: admin.personId, roles: ['admin'], title: '' })
  })

  it('somebody who was taken off the list may do nothing more, and can come back', async () => {
    const { organizationId, admin, issuer } = school
    await removeMember(admin.ctx, { organizationId, personId: issuer.personId })
    expect(await may(issuer.ctx, 'view', organizationId)).toBe(false)
    await expect(getMember(admin.ctx, { organizationId, personId: issuer.personId })).rejects.toMatchObject({ code: 'not_found' })
    await addMember(admin.ctx, { organizationId, personId: issuer.personId, roles: ['issuer'] })
    expect(await may(issuer.ctx, 'issue', organizationId)).toBe(true)
  })

  it('a pupil gets no role in the team, and nobody of the team becomes a pupil', async () => {
    const { organizationId, admin, pupil, issuer } = school
    await expect(changeMember(admin.ctx, { organizationId, personId: pupil.personId, roles: ['admin'], title: '' })).rejects.toMatchObject({ code: 'pupils_are_not_staff' })
    await addMember(admin.ctx, { organizationId, personId: issuer.personId, roles: ['member'], isPupil: true })
    expect(await getMember(admin.ctx, { organizationId, personId: issuer.personId })).toMatchObject({ isPupil: false, roles: ['issuer'] })
    await expect(removeMember(pupil.ctx, { organizationId, personId: pupil.personId })).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('are searched by name, function and address, accents aside', async () => {
    const { organizationId, admin } = school
    const { members, total } = await listMembers(admin.ctx, { organizationId, search: 'ISSUER essai' })
    expect(total).toBe(1)
    expect(members[0]).toMatchObject({ roles: ['issuer'] })
    expect((await listMembers(admin.ctx, { organizationId, search: `designer@${school.slug}` })).total).toBe(1)
    expect((await listMembers(admin.ctx, { organizationId, kind: 'pupils' })).members.map(({ givenName }) => givenName)).toEqual(['Lina'])
  })

  it('the pages are closed to whoever may not, here and next door', async () => {
    const { slug, designer, member, pupil, issuer, admin } = school
    for (const { actor } of [designer, member, pupil, other.owner]) expect((await callPage(app.ctx, peoplePage.loader, { actor, params: { slug } })).status).toBe(403)
    expect((await callPage(app.ctx, peoplePage.loader, { actor: issuer.actor, params: { slug } })).data).toMatchObject({ total: 5, invitations: [] })
    for (const { actor } of [issuer, other.admin]) {
      const params = { slug, personId: admin.personId }
      expect((await callPage(app.ctx, personPage.loader, { actor, params })).status).toBe(403)
      expect((await callPage(app.ctx, personPage.action, { actor, params, form: { intent: 'remove' } })).status).toBe(403)
      expect((await callPage(app.ctx, invitePage.action, { actor, params: { slug }, form: { address: 'a@b.example' } })).status).toBe(403)
    }
    // The person next door is not a member here: nothing to see or change through one's own school.
    expect((await callPage(app.ctx, personPage.action, { actor: admin.actor, params: { slug, personId: other.member.personId }, form: { intent: 'remove' } })).status).toBe(404)
    expect((await callPage(app.ctx, personPage.loader, { actor: admin.actor, params: { slug, personId: 'nobody' } })).status).toBe(404)
  })

  it('the page changes a role', async () => {
    const { slug, admin, member, organizationId } = school
    const params = { slug, personId: member.personId }
    const answer = await callPage(app.ctx, personPage.action, { actor: admin.actor, params, form: { roles: ['designer', 'issuer'], title: 'Cheffe de cuisine' } })
    expect(answer.location).toBe(`/organizations/${slug}/people?done=changed`)
    expect(await getMember(admin.ctx, { organizationId, personId: member.personId })).toMatchObject({ roles: ['designer', 'issuer'], title: 'Cheffe de cuisine' })
    await callPage(app.ctx, personPage.action, { actor: admin.actor, params, form: { title: '' } })
    expect(await getMember(admin.ctx, { organizationId, personId: member.personId })).toMatchObject({ roles: ['member'] })
  })
})

describe('invitations', () => {
  const invite = async (address: string, roles: Role[] = ['issuer']) => {
    await inviteMember(school.admin.ctx, { organizationId: school.organizationId, address, roles, title: 'Professeure' })
    return lastToken()
  }

  it('somebody without an account makes one on the spot, is signed in, and has the roles that were given', async () => {
    const token = await invite('Nouvelle@Bedel.example')
    const seen = await callPage(app.ctx, inviteePage.loader, { params: { token } })
    expect(seen.data).toMatchObject({
      invitation: { organizationName: 'Collège Maurice Bedel', address: 'nouvelle@bedel.example', roles: ['issuer'], title: 'Professeure' },
      hasAccount: false,
      me: null,
    })
    const answer = await callPage(app.ctx, inviteePage.action, { params: { token }, form: { givenName: 'Nora', familyName: 'Benali', password: '' } })
    expect(answer).toMatchObject({ status: 302, location: `/organizations/${school.slug}?done=joined` })
    const home = await app.app.request('/api/v1/communes?q=poitiers', { headers: { cookie: answer.cookie!.split(';')[0]! } })
    expect(home.status).toBe(200)
    const { members } = await listMembers(school.admin.ctx, { organizationId: school.organizationId, search: 'Nora' })
    expect(members).toEqual([expect.objectContaining({ roles: ['issuer'], title: 'Professeure', email: 'nouvelle@bedel.example' })])
  })

  it('a link serves once', async () => {
    const token = await invite('une-fois@bedel.example')
    await acceptInvitationAsNewcomer({ ...app.ctx, actor: { kind: 'anonymous' } }, token, { givenName: 'Une', familyName: 'Fois' })
    await expect(acceptInvitation(other.member.ctx, token)).rejects.toMatchObject({ code: 'invitation_used', status: 410 })
    expect((await callPage(app.ctx, inviteePage.loader, { params: { token } })).data).toMatchObject({ problem: 'invitation_used' })
  })

  it('two who hold the same link do not both come in', async () => {
    const token = await invite('double@bedel.example')
    const answers = await Promise.allSettled([acceptInvitation(other.member.ctx, token), acceptInvitation(other.designer.ctx, token)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const { personId } of [other.member, other.designer]) await removeMember(school.admin.ctx, { organizationId: school.organizationId, personId }).catch(() => {})
  })

  it('whoever is signed in joins with the account they have', async () => {
    const token = await invite('prof@ailleurs.example', ['designer'])
    expect((await callPage(app.ctx, inviteePage.loader, { actor: other.issuer.actor, params: { token } })).data.me).toContain('issuer')
    expect((await callPage(app.ctx, inviteePage.action, { actor: other.issuer.actor, params: { token }, form: {} })).location).toContain(school.slug)
    expect(await may(other.issuer.ctx, 'design', school.organizationId)).toBe(true)
  })

  it('an account that exists is never opened by a link in an old mail: its owner signs in first', async () => {
    await makePerson(app.ctx, 'Déjà', { address: 'deja@ailleurs.example' })
    const token = await invite('deja@ailleurs.example')
    expect((await callPage(app.ctx, inviteePage.loader, { params: { token } })).data.hasAccount).toBe(true)
    const answer = await callPage(app.ctx, inviteePage.action, { params: { token }, form: { givenName: 'Faux', familyName: 'Ami' } })
    expect(answer.data.problem.code).toBe('invitation_needs_sign_in')
  })

  it('is over after fourteen days, and can be sent again: the new link works, the former does not', async () => {
    const first = await invite('lente@bedel.example')
    app.setNow(new Date('2026-12-08T09:00:00Z'))
    await expect(getInvitation(app.ctx, first)).rejects.toMatchObject({ code: 'invitation_expired', status: 410 })
    const [pending] = (await listInvitations(school.admin.ctx, school.organizationId)).filter(({ address }) => address === 'lente@bedel.example')
    expect(pending).toMatchObject({ isExpired: true })
    await resendInvitation(school.admin.ctx, { organizationId: school.organizationId, invitationId: pending!.id })
    const second = await lastToken()
    expect(await getInvitation(app.ctx, second)).toMatchObject({ address: 'lente@bedel.example', roles: ['issuer'] })
    await expect(getInvitation(app.ctx, first)).rejects.toMatchObject({ code: 'invitation_withdrawn' })
    app.setNow(new Date('2026-11-23T09:00:00Z'))
  })

  it('withdrawn, its link no longer works', async () => {
    const token = await invite('retiree@bedel.example')
    const [pending] = (await listInvitations(school.admin.ctx, school.organizationId)).filter(({ address }) => address === 'retiree@bedel.example')
    await expect(withdrawInvitation(other.owner.ctx, { organizationId: other.organizationId, invitationId: pending!.id })).rejects.toMatchObject({ code: 'not_found' })
    const answer = await callPage(app.ctx, peoplePage.action, { actor: school.admin.actor, params: { slug: school.slug }, form: { intent: 'withdraw', invitationId: pending!.id } })
    expect(answer.location).toContain('done=withdrawn')
    await expect(getInvitation(app.ctx, token)).rejects.toMatchObject({ code: 'invitation_withdrawn', status: 410 })
  })

  it('says no to a colleague who is here, to an address that is none, and to making owners above oneself', async () => {
    const { organizationId, admin, slug } = school
    await expect(inviteMember(admin.ctx, { organizationId, address: `designer@${slug}.example`, roles: ['issuer'] })).rejects.toMatchObject({ code: 'already_member', status: 409 })
    await expect(inviteMember(admin.ctx, { organizationId, address: 'x@y.example', roles: ['owner'] })).rejects.toMatchObject({ code: 'not_allowed' })
    const refused = await callPage(app.ctx, invitePage.action, { actor: admin.actor, params: { slug }, form: { address: 'pas une adresse', title: 'CPE' } })
    expect(refused.data).toMatchObject({ problem: { code: 'invalid_input', fields: { address: 'email_invalid' } }, values: { title: 'CPE' } })
  })

  it('an invented link is not found', async () => {
    expect((await callPage(app.ctx, inviteePage.loader, { params: { token: 'x'.repeat(43) } })).status).toBe(404)
  })

  it('the token is nowhere in the database', async () => {
    const token = await invite('secrete@bedel.example')
    const rows = await app.ctx.db.selectFrom('invitation').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

it('a network administrator invites the first owner of a new structure', async () => {
  const claire: Somebody = await makePerson(app.ctx, 'Claire', { isNetworkAdmin: true })
  const answer = await callPage(app.ctx, invitePage.action, {
    actor: claire.actor,
    params: { slug: other.slug },
    form: { address: 'proviseure@genevoix.example', roles: 'owner', title: 'Proviseure' },
  })
  expect(answer.location).toBe(`/organizations/${other.slug}/people?done=invited`)
})
