import { decodeStatusList, getStatus } from '@boat/openbadges'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { archiveAchievement } from '#features/achievements/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { getCredential, issueCredentials, revokeCredential } from './index.ts'
import { actorOf, makeBadge, makeMember, makePerson, makeSchool, staffCtx } from './school.fixture.ts'

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

const documentOf = async (credentialId: string) => JSON.parse((await getCredential(ctx, credentialId)).document!)

test('a badge is signed as an Open Badge 3.0 with everything in it but the name of its recipient', async () => {
  const [issued] = await issueCredentials(teacher, {
    versionId: school.versionId,
    recipients: [
      {
        name: 'Inès Garnier',
        email: 'Ines@Example.org',
        evidenceUrl: 'https://example.org/compost',
        narrative: 'A monté le composteur.',
        validUntil: new Date('2029-11-23T00:00:00Z'),
      },
    ],
  })
  const text = (await getCredential(ctx, issued!.credentialId)).document!
  const document = JSON.parse(text)
  expect(document).toMatchObject({
    id: `${ctx.config.url}/credentials/${issued!.credentialId}`,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: 'Éco-citoyen',
    validFrom: '2026-11-23T09:00:00Z',
    validUntil: '2029-11-23T00:00:00Z',
    issuer: { id: expect.stringMatching(/^did:web:localhost%3A3999:issuers:/), name: 'Collège Maurice Bedel' },
    credentialSubject: {
      type: ['AchievementSubject'],
      narrative: 'A monté le composteur.',
      identifier: [{ type: 'IdentityObject', hashed: true, identityType: 'emailAddress' }],
      achievement: { id: `${ctx.config.url}/achievements/${school.achievementId}/versions/1`, criteria: { narrative: 'Mener **une action** utile à tous.' } },
    },
    evidence: [{ type: ['Evidence'], id: 'https://example.org/compost', narrative: 'A monté le composteur.' }],
    credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
    proof: { cryptosuite: 'eddsa-rdfc-2022' },
  })
  expect(text).not.toMatch(/Inès|Garnier|ines@example/i)
})
