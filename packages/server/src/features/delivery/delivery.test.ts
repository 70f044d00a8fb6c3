import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { createNetworkAdministrator, createPerson, openSession, requestLink, SESSION_COOKIE } from '#features/accounts/index.ts'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { issueCredentials, revokeCredential } from '#features/credentials/index.ts'
import { createOrganization, inviteMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { openPages, readText, type Visitor } from '../../../tests/support/visitor.ts'
import { getMail, listMails } from './list-mails.ts'
import { mailCredential } from './mail-credential.ts'
import { resendMail } from './resend-mail.ts'
import { sendMail } from './send-mail.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'
let platform: TestApp
let newVisitor: () => Visitor
let organizationId: string
let versionId: string
beforeAll(async () => {
  platform = await makeApp({ mode: 'installation' })
  ;({ newVisitor } = await openPages(platform))
  const { ctx } = platform
  ;({ organizationId } = await createOrganization(ctx, { name: 'Collège Maurice Bedel', type: 'collège' }))
  const content = {
    name: { fr: 'Esprit d’équipe', en: 'Team spirit' },
    description: { fr: 'Aide les autres sans qu’on le demande.', en: 'Helps others unasked.' },
    criteria: { fr: 'Aider.' },
    imageAlt: { fr: 'Un rond bleu' },
  }
  const { achievementId } = await createAchievement(ctx, { organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  ;({ versionId } = await publishVersion(ctx, achievementId))
  await platform.runJobs()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(() => {
  platform.mails.length = 0
})

const issueTo = async (recipient: { name: string; email?: string }) => (await issueCredentials(platform.ctx, { versionId, recipients: [{ ...recipient }] }))[0]!.credentialId
const mailsTo = (address: string) => platform.mails.filter((mail) => mail.to === address)
/** The platform with a mail server that does as told. */
const withTransport = (send: () => Promise<void>, kind: 'smtp' | 'fake' = 'fake'): Ctx => ({ ...platform.ctx, mailTransport: { kind, send } })
const rowOf = (recipient: string) => platform.ctx.db.selectFrom('sent_mail').selectAll().where('recipient', '=', recipient).executeTakeFirstOrThrow()

test('whoever receives a badge reads who recognises them, for what, that they may decline, and finds the link', async () => {
  await issueTo({ name: 'Zoé', email: 'zoe@famille.example' })
  await platform.runJobs()
  const [mail] = mailsTo('zoe@famille.example')
  expect(mail!.subject).toBe('Collège Maurice Bedel vous a attribué un badge : Esprit d’équipe'.replace(' :', '\u00a0:'))
  expect(mail!.text).toContain('Bonjour Zoé,')
  expect(mail!.text).toContain('libre de l’accepter ou de le refuser')
  expect(mail!.text).toContain('Pourquoi ai-je reçu ce courriel')
  const link = mail!.text.match(/http:\/\/localhost:3999(\/claim\/\S+)/)![1]!
  expect((await newVisitor().get(link)).status).toBe(200)
  expect(mail!.html).toContain(link)
  expect(mail!.html).toContain('lang="fr"')
})

test('somebody who reads English is written to in English', async () => {
  await createPerson(platform.ctx, { givenName: 'Emma', locale: 'en', email: { address: 'emma@school.example', isVerified: true } })
  await issueTo({ name: 'Emma', email: 'emma@school.example' })
  await platform.runJobs()
  expect(mailsTo('emma@school.example')[0]!.subject).toBe('Collège Maurice Bedel has awarded you a badge: Team spirit')
})

test('somebody without an address is not written to', async () => {
  await issueTo({ name: 'Nino' })
  await platform.runJobs()
  expect(platform.mails).toEqual([])
})

test('a fact that is told twice is mailed once, with one claim', async () => {
  const credentialId = await issueTo({ name: 'Lou', email: 'lou@famille.example' })
  await platform.runJobs()
  await Promise.all([mailCredential(platform.ctx, { credentialId }), mailCredential(platform.ctx, { credentialId })])
  await platform.runJobs()
  expect(mailsTo('lou@famille.example')).toHaveLength(1)
  expect(await platform.ctx.db.selectFrom('claim').select('id').where('credential_id', '=', credentialId).execute()).toHaveLength(1)
})

test('who loses a badge is told why', async () => {
  const credentialId = await issueTo({ name: 'Tom', email: 'tom@famille.example' })
  await platform.runJobs()
  await revokeCredential(platform.ctx, { credentialId, reason: 'Attribué par erreur\nà la place de Théo.' })
  await platform.runJobs()
  const mail = mailsTo('tom@famille.example')[1]!
  expect(mail.subject).toContain('a été retiré')
  expect(mail.text).toContain('> Attribué par erreur\n> à la place de Théo.')
})

test('an invitation is mailed with its link', async () => {
  await inviteMember(platform.ctx, { organizationId, address: 'prof@college.example', roles: ['issuer'] })
  await platform.runJobs()
  const [mail] = mailsTo('prof@college.example')
  expect(mail!.subject).toBe('Collège Maurice Bedel vous invite à rejoindre BOAT')
  const link = mail!.text.match(/http:\/\/localhost:3999(\/invitations\/\S+)/)![1]!
  expect((await newVisitor().get(link)).status).toBe(200)
})

test('what people write is shown as text, never run as HTML', async () => {
  await issueTo({ name: '<img src=x onerror=alert(1)>', email: 'hostile@famille.example' })
  await platform.runJobs()
  const { html } = mailsTo('hostile@famille.example')[0]!
  expect(html).not.toContain('<img src=x')
  expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;')
})

test('a mail that was sent is not sent again, however often its job runs', async () => {
  await issueTo({ name: 'Ana', email: 'ana@famille.example' })
  await platform.runJobs()
  const { id } = await rowOf('ana@famille.example')
  await sendMail(platform.ctx, { mailId: id })
  await Promise.all([sendMail(platform.ctx, { mailId: id }), sendMail(platform.ctx, { mailId: id })])
  expect(mailsTo('ana@famille.example')).toHaveLength(1)
})

async function queuedMail(recipient: string) {
  await issueTo({ name: 'Max', email: recipient })
  const [job] = await platform.ctx.boss.fetch<{ credentialId: string }>('delivery.mail-credential')
  await mailCredential(platform.ctx, job!.data)
  await platform.ctx.boss.complete('delivery.mail-credential', job!.id)
  return (await rowOf(recipient)).id
}

test('two runs of one job at the same time send one mail; the other comes back later', async () => {
  const mailId = await queuedMail('twice@famille.example')
  let sent = 0
  const slow = withTransport(async () => {
    sent++
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  const runs = await Promise.allSettled([sendMail(slow, { mailId }), sendMail(slow, { mailId })])
  expect(runs.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(sent).toBe(1)
  await platform.runJobs()
  expect(sent).toBe(1)
})

test('a mail whose server is away is tried again by its queue, and then leaves', async () => {
  const mailId = await queuedMail('later@famille.example')
  const away = withTransport(async () => {
    throw Object.assign(new Error('connect ECONNREFUSED later@famille.example'), { code: 'ECONNECTION' })
  })
  const [job] = await platform.ctx.boss.fetch<{ mailId: string }>('delivery.send-mail')
  const failure = await sendMail(away, job!.data).then(
    () => undefined,
    (error: Error) => error,
  )
  expect(failure?.message).toBe(`mail ${mailId} did not leave: ECONNECTION`)
  await platform.ctx.boss.fail('delivery.send-mail', job!.id)
  expect(await rowOf('later@famille.example')).toMatchObject({ state: 'failed', attempts: 1, problem: 'connect ECONNREFUSED later@famille.example' })
  for (let seconds = 0; seconds < 10 && mailsTo('later@famille.example').length === 0; seconds++) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await platform.runJobs()
  }
  expect(mailsTo('later@famille.example')).toHaveLength(1)
  expect(await rowOf('later@famille.example')).toMatchObject({ state: 'sent', attempts: 2, problem: null })
})

test('a recipient that the server refuses for good is not tried again', async () => {
  const mailId = await queuedMail('gone@famille.example')
  const refusing = withTransport(async () => {
    throw Object.assign(new Error('no'), { code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 no such user' })
  })
  await sendMail(refusing, { mailId })
  expect(await rowOf('gone@famille.example')).toMatchObject({ state: 'failed', problem: '550 5.1.1 no such user' })
  const { personId } = await createNetworkAdministrator(platform.ctx, { givenName: 'Hélène' })
  const admin = as(platform.ctx, { kind: 'person', personId, sessionId: '', isNetworkAdmin: true })
  await resendMail(admin, mailId)
  await expect(resendMail(admin, mailId)).rejects.toMatchObject({ code: 'mail_not_failed' })
  await platform.runJobs()
  expect(await getMail(admin, mailId)).toMatchObject({ state: 'sent', attempts: 2 })
})

test('where mail really leaves, an administrator does not read the links of others, not even in a mail that failed', async () => {
  const mailId = await queuedMail('secret@famille.example')
  const smtp = withTransport(async () => {}, 'smtp')
  expect(await getMail(smtp, mailId)).toMatchObject({ recipient: 'secret@famille.example', state: 'queued', text: '', html: '' })
  expect((await getMail(platform.ctx, mailId)).text).toContain('/claim/')
})

test('what left through SMTP is not kept, for its links open accounts', async () => {
  const mailId = await queuedMail('kept@famille.example')
  await sendMail(
    withTransport(async () => {}, 'smtp'),
    { mailId },
  )
  expect(await rowOf('kept@famille.example')).toMatchObject({ state: 'sent', body_text: '', body_html: '' })
})

async function signedIn(isNetworkAdmin: boolean, on = platform, visit = newVisitor) {
  const make = isNetworkAdmin ? createNetworkAdministrator : createPerson
  const { personId } = await make(on.ctx, { givenName: 'Quelqu’un' })
  const visitor = visit()
  visitor.cookies.set(SESSION_COOKIE, (await openSession(on.ctx, { personId, method: 'link', userAgent: '', address: '' })).token)
  return visitor
}

test('in an installation only network administrators read mails and send them again', async () => {
  const mailId = await queuedMail('private@famille.example')
  await sendMail(
    withTransport(async () => {
      throw new Error('away')
    }),
    { mailId },
  ).catch(() => {})
  const paths = ['/network/mails', `/network/mails/${mailId}`]
  for (const path of paths) {
    expect((await newVisitor().get(path)).headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
    expect((await (await signedIn(false)).get(path)).status).toBe(403)
    expect((await (await signedIn(true)).get(path)).status).toBe(200)
  }
  expect((await newVisitor().post(paths[1]!, {})).status).toBe(302)
  expect((await rowOf('private@famille.example')).state).toBe('failed')
  expect(await readText(await (await signedIn(false)).post(paths[1]!, {}))).not.toContain('private@famille.example')
  expect((await rowOf('private@famille.example')).state).toBe('failed')
  const admin = await signedIn(true)
  expect(await admin.read('/network/mails')).toContain('1 courriel n’est pas parti')
  expect(await admin.read(paths[1]!)).toContain('Renvoyer maintenant')
  expect((await admin.post(paths[1]!, {})).headers.get('location')).toBe(`${paths[1]}?done=resent`)
  expect(await readText(await admin.post(paths[1]!, {}))).toContain('rien à renvoyer')
  expect((await admin.get('/network/mails/nothing')).status).toBe(404)
  expect((await admin.get(`/network/mails/${mailId.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}`)).status).toBe(404)
})

test('in a demonstration a newcomer reads the mails too, and is told that it is one', async () => {
  await using demonstration = await makeApp()
  const visitor = (await openPages(demonstration)).newVisitor()
  expect(await visitor.read('/network/mails')).toContain('SMTP_URL')
  await createPerson(demonstration.ctx, { givenName: 'Léa', email: { address: 'lea@demo.example', isVerified: true } })
  await requestLink(demonstration.ctx, { address: 'lea@demo.example', purpose: 'sign-in' })
  await demonstration.runJobs()
  const text = await visitor.read('/network/mails')
  expect(text).toContain('lea@demo.example')
  expect(text).toContain('tout le monde peut lire les courriels')
  const { mails } = await listMails(demonstration.ctx)
  const html = await (await visitor.get(`/network/mails/${mails[0]!.mailId}`)).text()
  expect(html).toContain('sandbox="allow-top-navigation-by-user-activation"')
  expect(await readText(await visitor.post(`/network/mails/${mails[0]!.mailId}`, {}))).not.toContain('va être renvoyé')
})
