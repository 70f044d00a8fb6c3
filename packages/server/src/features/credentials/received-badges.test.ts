import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { addMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { getIssued } from './get-issued.ts'
import { assignCredential, attachCredentials, getCredential, issueCredentials, listHeld, listIssued, respondToCredential, revokeCredential, shareCredential } from './index.ts'
import { countCardsToPrint } from './list-issued.ts'
import { actorOf, makeBadge, makePerson, makeSchool, staffCtx } from './school.fixture.ts'

let platform: TestApp
let ctx: Ctx
let teacher: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
const anonymous = () => as(ctx, { kind: 'anonymous' })

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  teacher = await staffCtx(ctx, school.organizationId)
})
beforeEach(() => platform.setNow(new Date('2026-11-23T09:00:00Z')))
afterAll(() => platform[Symbol.asyncDispose]())

async function holderOf(person: Parameters<typeof makePerson>[1], isPupil = false) {
  const personId = await makePerson(ctx, person)
  await addMember(ctx, { organizationId: school.organizationId, personId, roles: ['member'], isPupil })
  const [issued] = await issueCredentials(teacher, { versionId: school.versionId, recipients: [{ personId, name: person.givenName }] })
  return { personId, holder: as(ctx, actorOf(personId)), credentialId: issued!.credentialId }
}

test('a badge is private until its holder shares it, and again when they close it', async () => {
  const { holder, credentialId } = await holderOf({ givenName: 'Paul', familyName: 'Adulte' })
  expect(await getCredential(anonymous(), credentialId)).toMatchObject({ view: 'none', document: null, recipientName: null, inside: null })
  expect(await getCredential(holder, credentialId)).toMatchObject({ view: 'holder', recipientName: 'Paul Adulte', inside: { response: 'pending' } })
  expect(await getCredential(teacher, credentialId)).toMatchObject({ view: 'issuer-staff', recipientName: 'Paul Adulte' })
  await shareCredential(holder, { credentialId, isShared: true })
  expect(await getCredential(anonymous(), credentialId)).toMatchObject({ view: 'public', recipientName: 'Paul Adulte', document: expect.any(String), inside: null })
  await shareCredential(holder, { credentialId, isShared: false })
  expect((await getCredential(anonymous(), credentialId)).view).toBe('none')
})

test('a person under 15, and a pupil whose age nobody knows, are never shown to outsiders', async () => {
  const child = await holderOf({ givenName: 'Lina', birthDate: '2015-05-05' }, true)
  const unknown = await holderOf({ givenName: 'Yanis' }, true)
  for (const { holder, credentialId } of [child, unknown])
    await expect(shareCredential(holder, { credentialId, isShared: true })).rejects.toMatchObject({ code: 'sharing_needs_consent' })
  const teenager = await holderOf({ givenName: 'Ugo', birthDate: '2010-01-01' }, true)
  await shareCredential(teenager.holder, { credentialId: teenager.credentialId, isShared: true })
  expect((await getCredential(anonymous(), teenager.credentialId)).view).toBe('public')
  await ctx.db.updateTable('person').set({ birth_date: '2013-01-01' }).where('id', '=', teenager.personId).execute()
  expect(await getCredential(anonymous(), teenager.credentialId)).toMatchObject({ view: 'none', recipientName: null, document: null })
})

test('only its holder answers and shares, and nothing of a badge that was revoked', async () => {
  const { holder, credentialId } = await holderOf({ givenName: 'Rose' })
  const other = as(ctx, actorOf(await makePerson(ctx, { givenName: 'Other' })))
  for (const by of [other, teacher]) {
    await expect(respondToCredential(by, { credentialId, response: 'accepted' })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(shareCredential(by, { credentialId, isShared: true })).rejects.toMatchObject({ code: 'not_allowed' })
  }
  await expect(respondToCredential(anonymous(), { credentialId, response: 'accepted' })).rejects.toMatchObject({ code: 'not_signed_in' })
  await respondToCredential(holder, { credentialId, response: 'accepted' })
  await shareCredential(holder, { credentialId, isShared: true })
  await respondToCredential(holder, { credentialId, response: 'declined' })
  expect(await getCredential(holder, credentialId)).toMatchObject({ isShared: false, inside: { response: 'declined' } })
  await revokeCredential(teacher, { credentialId, reason: 'Erreur' })
  await expect(shareCredential(holder, { credentialId, isShared: true })).rejects.toMatchObject({ code: 'credential_revoked' })
})

test('what was sent to an address goes to the person who verified it, and to nobody else', async () => {
  const [sent] = await issueCredentials(teacher, { versionId: school.versionId, recipients: [{ name: 'Nina', email: 'nina@example.org' }] })
  const impostor = await makePerson(ctx, { givenName: 'Impostor', email: 'nina@example.org', isVerified: false })
  expect(await attachCredentials(ctx, { personId: impostor, address: 'nina@example.org' })).toEqual({ count: 0 })
  const nina = await makePerson(ctx, { givenName: 'Nina', email: 'nina@example.org' })
  await platform.runJobs()
  await attachCredentials(ctx, { personId: nina, address: 'Nina@example.org' })
  expect((await listHeld(as(ctx, actorOf(nina)), nina)).map(({ credentialId }) => credentialId)).toEqual([sent!.credentialId])
})

test('a card gives its badge to one person, who takes for themselves only', async () => {
  const [card] = await issueCredentials(teacher, { versionId: school.versionId, recipients: [{ name: 'Carte' }] })
  const credentialId = card!.credentialId
  const [a, b] = [await makePerson(ctx, { givenName: 'A' }), await makePerson(ctx, { givenName: 'B' })]
  await expect(assignCredential(anonymous(), { credentialId, personId: a })).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(assignCredential(as(ctx, actorOf(b)), { credentialId, personId: a })).rejects.toMatchObject({ code: 'not_allowed' })
  await assignCredential(as(ctx, actorOf(a)), { credentialId, personId: a })
  await assignCredential(as(ctx, actorOf(a)), { credentialId, personId: a })
  await expect(assignCredential(as(ctx, actorOf(b)), { credentialId, personId: b })).rejects.toMatchObject({ code: 'already_claimed' })
})

test('a person lists what they hold, and nobody else does', async () => {
  const { holder, personId, credentialId } = await holderOf({ givenName: 'Hugo' })
  expect(await listHeld(holder, personId)).toMatchObject([
    { credentialId, state: 'valid', response: 'pending', isShared: false, organization: { slug: school.slug }, content: { name: { fr: 'Éco-citoyen' } } },
  ])
  await expect(listHeld(teacher, personId)).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(listHeld(anonymous(), personId)).rejects.toMatchObject({ code: 'not_signed_in' })
})

test('a badge is revoked once, for a reason, by those who may', async () => {
  const { credentialId } = await holderOf({ givenName: 'Max' })
  const other = await makeSchool(ctx, 'Lycée Genevoix')
  for (const by of [await staffCtx(ctx, school.organizationId, ['designer']), await staffCtx(ctx, other.organizationId, ['owner'])])
    await expect(revokeCredential(by, { credentialId, reason: 'Parce que' })).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(revokeCredential(anonymous(), { credentialId, reason: 'Parce que' })).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(revokeCredential(teacher, { credentialId, reason: '  ' })).rejects.toMatchObject({ name: 'ZodError' })
  await revokeCredential(teacher, { credentialId, reason: 'Attribué par erreur' })
  await expect(revokeCredential(teacher, { credentialId, reason: 'Encore' })).rejects.toMatchObject({ code: 'already_revoked' })
  expect(await getIssued(teacher, credentialId)).toMatchObject({
    state: 'revoked',
    revocationReason: 'Attribué par erreur',
    revokedBy: 'Maya Renaud',
    issuedBy: 'Maya Renaud',
    mayRevoke: false,
  })
  await expect(revokeCredential(teacher, { credentialId: ctx.newId(), reason: 'Rien' })).rejects.toMatchObject({ code: 'not_found' })
})

test('an account that nobody can enter yet has received nothing: its card is printed first, then handed over', async () => {
  const { organizationId, versionId } = await makeSchool(ctx, 'École des cartes')
  const staff = await staffCtx(ctx, organizationId)
  const member = async (person: Parameters<typeof makePerson>[1]) => {
    const personId = await makePerson(ctx, person)
    await addMember(ctx, { organizationId, personId, roles: ['member'], isPupil: !person.email })
    return personId
  }
  const recipients = [
    { personId: await member({ givenName: 'Lila' }), name: 'Lila' },
    { personId: await member({ givenName: 'Paul', email: 'paul@cartes.example.org' }), name: 'Paul' },
    { name: 'Inconnue', email: 'inconnue@cartes.example.org' },
  ]
  const [lila] = await issueCredentials(staff, { versionId, recipients })
  const deliveries = async () => Object.fromEntries((await listIssued(staff, organizationId)).rows.map((row) => [row.recipientName, row.delivery]))
  expect(await deliveries()).toEqual({ Lila: 'card-to-print', Paul: 'received', Inconnue: 'mail-waiting' })
  expect(await countCardsToPrint(staff, organizationId)).toBe(1)
  const claim = { id: ctx.newId(), credential_id: lila!.credentialId, channel: 'card', code_hash: Buffer.from('a card'), created_at: ctx.now() }
  await ctx.db.insertInto('claim').values(claim).execute()
  expect(await getIssued(staff, lila!.credentialId)).toMatchObject({ delivery: 'card-printed', cardPrintedAt: ctx.now() })
  expect(await countCardsToPrint(staff, organizationId)).toBe(0)
  await ctx.db.updateTable('claim').set({ used_at: ctx.now() }).where('id', '=', claim.id).execute()
  expect((await deliveries())['Lila']).toBe('received')
  await expect(countCardsToPrint(teacher, organizationId)).rejects.toMatchObject({ code: 'not_allowed' })
})

test('the staff finds what was issued by name without accents, badge, state and day, page after page', async () => {
  const { organizationId } = await makeSchool(ctx, 'École de la recherche')
  const staff = await staffCtx(ctx, organizationId)
  const { versionId, achievementId } = await makeBadge(ctx, organizationId, 'Lecture')
  const issued: string[] = []
  for (let day = 1; day <= 5; day++) {
    platform.setNow(new Date(`2026-10-0${day}T10:00:00Z`))
    const recipient = { name: `Élève ${day}`, email: `e${day}@example.org`, ...(day === 2 && { validUntil: new Date('2026-10-20T00:00:00Z') }) }
    issued.push((await issueCredentials(staff, { versionId, recipients: [recipient] }))[0]!.credentialId)
  }
  platform.setNow(new Date('2026-11-01T10:00:00Z'))
  await revokeCredential(staff, { credentialId: issued[0]!, reason: 'Erreur' })
  const names = async (filter: Parameters<typeof listIssued>[2]) => (await listIssued(staff, organizationId, filter)).rows.map(({ recipientName }) => recipientName)
  expect(await names({ search: 'eleve 3' })).toEqual(['Élève 3'])
  expect(await names({ search: 'E4@EXAMPLE' })).toEqual(['Élève 4'])
  expect(await names({ search: '%' })).toEqual([])
  expect(await names({ state: 'revoked' })).toEqual(['Élève 1'])
  expect(await names({ state: 'expired' })).toEqual(['Élève 2'])
  expect(await names({ state: 'valid', achievementId })).toEqual(['Élève 5', 'Élève 4', 'Élève 3'])
  expect(await names({ from: new Date('2026-10-02'), until: new Date('2026-10-04') })).toEqual(['Élève 3', 'Élève 2'])
  const first = await listIssued(staff, organizationId, { limit: 2 })
  const second = await listIssued(staff, organizationId, { limit: 2, after: first.next! })
  const third = await listIssued(staff, organizationId, { limit: 2, after: second.next! })
  expect([first, second, third].flatMap(({ rows }) => rows.map(({ recipientName }) => recipientName))).toEqual([5, 4, 3, 2, 1].map((day) => `Élève ${day}`))
  expect(third.next).toBeUndefined()
  await expect(listIssued(teacher, organizationId)).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(getIssued(teacher, issued[0]!)).rejects.toMatchObject({ code: 'not_allowed' })
})
