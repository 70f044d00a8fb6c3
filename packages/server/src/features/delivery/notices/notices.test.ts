import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { issueCredentials, revokeCredential } from '#features/credentials/index.ts'
import { decideNomination, moderateVoice, nominate } from '#features/nominations/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makeSchool } from '../../../../tests/support/make-school.ts'
import { loader } from '../pages/notices.server.ts'
import { countNewNotices, forgetNotices, listNotices } from './list-notices.ts'
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
  expect(data.notices).toMatchObject([{ sentence: expect.stringContaining(`Entraide ${count}`), isNew: true }])
  expect(await countNewNotices(school.pupil.ctx)).toBe(0)
  await forgetNotices(app.ctx)
  expect(await kindsFor(school.pupil)).toHaveLength(1)
  await forgetNotices({ ...app.ctx, now: () => new Date(app.ctx.now().getTime() + 181 * 86_400_000) })
  expect(await kindsFor(school.pupil)).toEqual([])
})
