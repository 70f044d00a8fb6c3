import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { archiveAchievement } from '#features/achievements/index.ts'
import { addMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { issueCredentials, revokeCredential } from './index.ts'
import { actorOf, makeBadge, makePerson, makeSchool, readDocument, staffCtx } from './school.fixture.ts'

let platform: TestApp
let ctx: Ctx
let teacher: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  teacher = await staffCtx(ctx, school.organizationId)
})
beforeEach(() => platform.setNow(new Date('2026-11-23T09:00:00Z')))
afterAll(() => platform[Symbol.asyncDispose]())

type Recipient = Parameters<typeof issueCredentials>[1]['recipients'][number]
const issue = async (recipient: Recipient, by = teacher, versionId = school.versionId) => (await issueCredentials(by, { versionId, recipients: [recipient] }))[0]!

test('a badge is an Open Badge 3.0 with everything in it but the name of its recipient', async () => {
  const narrative = 'A monté le composteur.'
  const validUntil = new Date('2029-11-23T00:00:00Z')
  const { credentialId } = await issue({ name: 'Inès Garnier', email: 'Ines@Example.org', evidenceUrl: 'https://example.org/compost', narrative, validUntil })
  const document = await readDocument(ctx, credentialId)
  expect(document).toMatchObject({
    id: `${ctx.config.url}/credentials/${credentialId}`,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: 'Éco-citoyen',
    validFrom: '2026-11-23T09:00:00Z',
    validUntil: '2029-11-23T00:00:00Z',
    issuer: { id: expect.stringMatching(/^did:web:localhost%3A3999:issuers:/), type: ['Profile'], name: 'Collège Maurice Bedel' },
    credentialSubject: {
      type: ['AchievementSubject'],
      narrative,
      identifier: [{ type: 'IdentityObject', hashed: true, identityType: 'emailAddress' }],
      achievement: { id: `${ctx.config.url}/achievements/${school.achievementId}/versions/1`, criteria: { narrative: 'Mener **une action** utile à tous.' } },
    },
    evidence: [{ type: ['Evidence'], id: 'https://example.org/compost', narrative }],
    credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
    proof: { cryptosuite: 'eddsa-rdfc-2022' },
  })
  expect(JSON.stringify(document)).not.toMatch(/Inès|Garnier|ines@example/i)
})

test('without an address, the recipient is an identifier that serves once', async () => {
  const [a, b] = [await issue({ name: 'Léo Martin' }), await issue({ name: 'Léo Martin' })]
  const subjects = [(await readDocument(ctx, a.credentialId)).credentialSubject, (await readDocument(ctx, b.credentialId)).credentialSubject]
  expect(subjects.map(({ id }) => id)).toEqual([expect.stringMatching(/^urn:uuid:/), expect.stringMatching(/^urn:uuid:/)])
  expect(subjects[0]!.id).not.toBe(subjects[1]!.id)
  expect(subjects[0]!.identifier).toBeUndefined()
})

test('a verified address leads to its person, an unverified one to nobody', async () => {
  const personId = await makePerson(ctx, { givenName: 'Sami', email: 'sami@example.org' })
  await makePerson(ctx, { givenName: 'Nobody', email: 'claimed@example.org', isVerified: false })
  const known = await issue({ name: 'Sami B.', email: 'SAMI@example.org' })
  const claimed = await issue({ name: 'X', email: 'claimed@example.org' })
  const rows = await ctx.db.selectFrom('credential').select(['id', 'person_id']).where('id', 'in', [known.credentialId, claimed.credentialId]).execute()
  expect(rows.find(({ id }) => id === known.credentialId)?.person_id).toBe(personId)
  expect(rows.find(({ id }) => id === claimed.credentialId)?.person_id).toBeNull()
})

test('the same badge for the same person is the same credential, by person or by any address of theirs', async () => {
  const personId = await makePerson(ctx, { givenName: 'Zoé', email: 'zoe@example.org' })
  await addMember(ctx, { organizationId: school.organizationId, personId, roles: ['member'], isPupil: true })
  const first = await issue({ personId, name: 'Zoé' })
  expect(first.isNew).toBe(true)
  expect(await issue({ name: 'Zoé', email: 'zoe@example.org' })).toEqual({ credentialId: first.credentialId, isNew: false })
  const [again, sameLine] = await issueCredentials(teacher, {
    versionId: school.versionId,
    recipients: [
      { personId, name: 'Zoé' },
      { name: 'Z', email: 'zoe@example.org' },
    ],
  })
  expect([again, sameLine]).toEqual([
    { credentialId: first.credentialId, isNew: false },
    { credentialId: first.credentialId, isNew: false },
  ])
  const { versionId } = await makeBadge(ctx, school.organizationId, 'Aidant')
  expect((await issue({ personId, name: 'Zoé' }, teacher, versionId)).isNew).toBe(true)
})

test('a revoked or expired badge may be given again', async () => {
  const first = await issue({ name: 'Ali', email: 'ali@example.org', validUntil: new Date('2026-12-01T00:00:00Z') })
  await revokeCredential(teacher, { credentialId: first.credentialId, reason: 'Erreur de destinataire' })
  const second = await issue({ name: 'Ali', email: 'ali@example.org', validUntil: new Date('2026-12-01T00:00:00Z') })
  expect(second.isNew).toBe(true)
  platform.setNow(new Date('2026-12-02T00:00:00Z'))
  expect((await issue({ name: 'Ali', email: 'ali@example.org' })).isNew).toBe(true)
})

test('brothers and sisters who share an address each receive', async () => {
  const recipients = []
  for (const givenName of ['Jade', 'Noé']) {
    const personId = await makePerson(ctx, { givenName, birthDate: '2015-01-01' })
    await addMember(ctx, { organizationId: school.organizationId, personId, roles: ['member'], isPupil: true })
    recipients.push({ personId, name: givenName, email: 'famille@example.org' })
  }
  expect((await issueCredentials(teacher, { versionId: school.versionId, recipients })).map(({ isNew }) => isNew)).toEqual([true, true])
})

test('two people who click together give it once', async () => {
  const colleague = await staffCtx(ctx, school.organizationId)
  const issued = await Promise.all([teacher, colleague, teacher].map((by) => issue({ name: 'Eva', email: 'eva@example.org' }, by)))
  expect(issued.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(new Set(issued.map(({ credentialId }) => credentialId)).size).toBe(1)
})

test('a key of one’s own gives the same credential back, in its structure only', async () => {
  const first = await issue({ name: 'Tom', idempotencyKey: 'import-7' })
  expect(await issue({ name: 'Tom', idempotencyKey: 'import-7' })).toEqual({ credentialId: first.credentialId, isNew: false })
  const other = await makeSchool(ctx, 'Lycée Genevoix')
  expect((await issue({ name: 'Tom', idempotencyKey: 'import-7' }, ctx, other.versionId)).isNew).toBe(true)
})

test('status indexes are unique and do not follow the order of issuing', async () => {
  const recipients = Array.from({ length: 40 }, (_, i) => ({ name: `P${i}` }))
  const issued = await issueCredentials(teacher, { versionId: school.versionId, recipients })
  const rows = await ctx.db.selectFrom('credential').select(['id', 'status_list_id', 'status_index']).execute()
  const indexes = issued.map(({ credentialId }) => rows.find(({ id }) => id === credentialId)!.status_index)
  expect(new Set(rows.map((row) => `${row.status_list_id}#${row.status_index}`)).size).toBe(rows.length)
  expect(indexes).not.toEqual([...indexes].sort((a, b) => a - b))
})

test('a list that is half full is left for a new one', async () => {
  const other = await makeSchool(ctx, 'École Rabelais')
  await issueCredentials(ctx, { versionId: other.versionId, recipients: [{ name: 'A' }] })
  const list = await ctx.db.selectFrom('credential').select('status_list_id').where('organization_id', '=', other.organizationId).executeTakeFirstOrThrow()
  await ctx.db.updateTable('status_list').set({ allocated_count: 65_535 }).where('id', '=', list.status_list_id).execute()
  await issueCredentials(ctx, { versionId: other.versionId, recipients: [{ name: 'B' }, { name: 'C' }, { name: 'D' }] })
  const lists = await ctx.db.selectFrom('credential').select('status_list_id').where('organization_id', '=', other.organizationId).execute()
  expect(lists.filter(({ status_list_id }) => status_list_id === list.status_list_id)).toHaveLength(2)
})

test('nothing is written when the transaction fails: no credential, no status entry, no announcement', async () => {
  const before = await ctx.db.selectFrom('status_list').select('allocated_count').orderBy('id').execute()
  const recipients = [{ name: 'Good' }, { name: 'Bad', validUntil: new Date('2020-01-01') }]
  await expect(issueCredentials(teacher, { versionId: school.versionId, recipients })).rejects.toMatchObject({ code: 'valid_until_past' })
  expect(await ctx.db.selectFrom('status_list').select('allocated_count').orderBy('id').execute()).toEqual(before)
  expect(await ctx.db.selectFrom('credential').select('id').where('recipient_name', '=', 'Good').execute()).toEqual([])
})

test('nobody is named by an id that was found elsewhere', async () => {
  const stranger = await makePerson(ctx, { givenName: 'Stranger' })
  await expect(issue({ personId: stranger, name: 'S' })).rejects.toMatchObject({ code: 'recipient_unknown' })
  await expect(issue({ personId: ctx.newId(), name: 'S' }, ctx)).rejects.toMatchObject({ code: 'recipient_unknown' })
})

test('an archived badge is given to nobody', async () => {
  const { achievementId, versionId } = await makeBadge(ctx, school.organizationId, 'Ancien')
  await archiveAchievement(ctx, achievementId)
  await expect(issue({ name: 'A' }, teacher, versionId)).rejects.toMatchObject({ code: 'achievement_archived' })
})

test('only those who may issue in this structure do', async () => {
  const outcome = async (by: Ctx) => {
    try {
      return (await issue({ name: 'Matrix' }, by)).isNew && 'issued'
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  const other = await makeSchool(ctx, 'Collège Saint-Exupéry')
  const pupil = await makePerson(ctx, { givenName: 'Pupil' })
  await addMember(ctx, { organizationId: school.organizationId, personId: pupil, roles: ['member'], isPupil: true })
  expect({
    owner: await outcome(await staffCtx(ctx, school.organizationId, ['owner'])),
    admin: await outcome(await staffCtx(ctx, school.organizationId, ['admin'])),
    issuer: await outcome(await staffCtx(ctx, school.organizationId, ['issuer'])),
    designer: await outcome(await staffCtx(ctx, school.organizationId, ['designer'])),
    member: await outcome(await staffCtx(ctx, school.organizationId, ['member'])),
    pupil: await outcome(as(ctx, actorOf(pupil))),
    ownerElsewhere: await outcome(await staffCtx(ctx, other.organizationId, ['owner'])),
    networkAdmin: await outcome(as(ctx, actorOf(await makePerson(ctx, { givenName: 'Root' }), true))),
    nobody: await outcome(as(ctx, { kind: 'anonymous' })),
  }).toEqual({
    owner: 'issued',
    admin: 'issued',
    issuer: 'issued',
    designer: 'not_allowed',
    member: 'not_allowed',
    pupil: 'not_allowed',
    ownerElsewhere: 'not_allowed',
    networkAdmin: 'not_allowed',
    nobody: 'not_signed_in',
  })
})
