import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { issueCredentials, revokeCredential } from '#features/credentials/index.ts'
import { joinAsGuardian, makeSlips } from '#features/guardians/index.ts'
import { decideNomination, moderateVoice, nominate } from '#features/nominations/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makeSchool } from '../../../../tests/support/make-school.ts'
import { loader } from '../pages/notices.server.ts'
import { countNewNotices, forgetNotices, listNotices } from './list-notices.ts'
import { tell } from './tell.ts'
import { tellOfIssue } from './tell-of-credentials.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'
const WORDS = { deed: 'Elle a rangé toute la salle de sciences.', occasion: 'Mardi' }
let app: TestApp
let school: Awaited<ReturnType<typeof makeSchool>>
let achievementId: string
let versionId: string

beforeAll(async () => {
  app = await makeApp({ mode: 'installation' })
  school = await makeSchool(app.ctx)
})
afterAll(() => app[Symbol.asyncDispose]())
let count = 0
beforeEach(async () => {
  await app.ctx.db.deleteFrom('notice').execute()
  const content = { name: { fr: `Entraide ${++count}`, en: `Helping ${count}` }, description: { fr: 'Aider.' }, criteria: { fr: 'Aider.' }, imageAlt: { fr: 'Un rond' } }
  ;({ achievementId } = await createAchievement(school.owner.ctx, { organizationId: school.organizationId, content, image: { bytes: Buffer.from(PICTURE) } }))
  ;({ versionId } = await publishVersion(school.owner.ctx, achievementId))
  await app.runJobs()
})

const kindsFor = async ({ ctx }: { ctx: TestApp['ctx'] }) => (await listNotices(ctx)).map(({ kind }) => kind)

test('a pupil without an address is told of a badge, once, in their language, and of its withdrawal', async () => {
  const [issued] = await issueCredentials(school.issuer.ctx, { versionId, recipients: [{ personId: school.pupil.personId }] })
  await app.runJobs()
  await tellOfIssue(app.ctx, { credentialId: issued!.credentialId })
  expect(await listNotices(school.pupil.ctx)).toMatchObject([
    { kind: 'credential-issued', words: { badge: `Entraide ${count}` }, path: `/me/badges/${issued!.credentialId}`, isNew: true },
  ])
  expect((await listNotices({ ...school.pupil.ctx, locale: 'en' }))[0]!.words.badge).toBe(`Helping ${count}`)
  await revokeCredential(school.issuer.ctx, { credentialId: issued!.credentialId, reason: 'Erreur de liste' })
  await app.runJobs()
  expect((await kindsFor(school.pupil)).sort()).toEqual(['credential-issued', 'credential-revoked'])
})

test('what pupils write rings once a day for those who read it, and comes back to whoever wrote', async () => {
  const voice = { organizationId: school.organizationId, achievementId, ...WORDS }
  const first = await nominate(school.pupil.ctx, { ...voice, personId: school.member.personId })
  await nominate(school.pupil.ctx, { ...voice, name: 'Marcel Poupard', function: 'Conducteur du car' })
  await app.runJobs()
  for (const reader of [school.owner, school.admin, school.issuer]) expect(await kindsFor(reader)).toEqual(['voice-waiting'])
  for (const other of [school.member, school.designer]) expect(await kindsFor(other)).toEqual([])
  await moderateVoice(school.issuer.ctx, { voiceId: first.voiceId, decision: 'voice-admitted' })
  await app.runJobs()
  expect(await kindsFor(school.pupil)).toEqual(['voice-admitted'])
  expect(await kindsFor(school.member)).toEqual(['nomination-shown'])
})

test('the family of a pupil below fifteen is told of badges, and no longer once the pupil decides alone', async () => {
  const childId = school.pupil.personId
  await app.ctx.db.updateTable('person').set({ birth_date: '2015-03-04' }).where('id', '=', childId).execute()
  const [slip] = await makeSlips(school.issuer.ctx, { organizationId: school.organizationId, childIds: [childId], copies: 1 })
  const declared = { fact: '04/03/2015', relation: 'mother', declares: 'yes', givenName: 'Nadia', familyName: 'Amrani', password: 'lune-tapis-orange' } as const
  const { personId } = await joinAsGuardian({ ...app.ctx, actor: { kind: 'anonymous' } }, { code: slip!.code, ...declared }, { userAgent: 'test', address: '192.0.2.7' })
  const mother = { ctx: { ...app.ctx, actor: { kind: 'person', personId, sessionId: '', isNetworkAdmin: false } as const } }
  const issue = () => issueCredentials(school.issuer.ctx, { versionId, recipients: [{ personId: childId }] })
  await issue()
  await app.runJobs()
  expect(await listNotices(mother.ctx)).toMatchObject([{ kind: 'child-credential-issued', words: { child: 'Lina', badge: `Entraide ${count}` }, path: `/me/children/${childId}` }])
  await app.ctx.db.updateTable('person').set({ birth_date: '2005-03-04' }).where('id', '=', childId).execute()
  await issue()
  await app.runJobs()
  expect(await kindsFor(mother)).toHaveLength(1)
})

test('a whole class is one piece of news until it is seen', async () => {
  const say = (key: string) => tell(app.ctx, { personIds: [school.admin.personId], kind: 'departure-confirmed', words: { former: 'École' }, path: '/', key, untilSeen: true })
  for (const key of ['one', 'two', 'two']) await say(key)
  expect(await kindsFor(school.admin)).toHaveLength(1)
  await callPage(app.ctx, loader, { actor: school.admin.actor })
  for (const key of ['one', 'three']) await say(key)
  expect(await kindsFor(school.admin)).toHaveLength(2)
})

test('under embargo nobody is told anything', async () => {
  const { nominationId } = await nominate(school.member.ctx, { organizationId: school.organizationId, achievementId, personId: school.pupil.personId, ...WORDS })
  await app.runJobs()
  const before = await kindsFor(school.pupil)
  await decideNomination(school.issuer.ctx, { nominationId, decision: 'granted', isEmbargoed: true })
  await app.runJobs()
  expect(await kindsFor(school.pupil)).toEqual(before)
})

test('opening the page is seeing; nobody sees what others were told; old ones are forgotten', async () => {
  await issueCredentials(school.issuer.ctx, { versionId, recipients: [{ personId: school.pupil.personId }] })
  await app.runJobs()
  expect(await countNewNotices(school.pupil.ctx)).toBe(1)
  expect((await callPage(app.ctx, loader, { actor: school.member.actor })).data.notices).toEqual([])
  const { data } = await callPage(app.ctx, loader, { actor: school.pupil.actor })
  expect(data.notices).toMatchObject([{ kind: 'credential-issued', words: { badge: `Entraide ${count}` }, isNew: true }])
  expect(await countNewNotices(school.pupil.ctx)).toBe(0)
  await forgetNotices(app.ctx)
  expect(await kindsFor(school.pupil)).toHaveLength(1)
  await forgetNotices({ ...app.ctx, now: () => new Date(app.ctx.now().getTime() + 181 * 86_400_000) })
  expect(await kindsFor(school.pupil)).toEqual([])
})
