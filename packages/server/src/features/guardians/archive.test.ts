import { openArchive } from '@boat/openbadges'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { addMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { issueCredentials } from '../credentials/index.ts'
import { actorOf, makePerson, makeSchool } from '../credentials/school.fixture.ts'
import { exportChildArchive } from './consent/export-child-archive.ts'

let platform: TestApp
let ctx: Ctx
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
})
afterAll(() => platform[Symbol.asyncDispose]())

test('a guardian takes along what is their child’s, until the child does so alone; nobody else does', async () => {
  const school = await makeSchool(ctx)
  const childId = await makePerson(ctx, { givenName: 'Inaya', familyName: 'Marsaud', birthDate: '2015-03-04' })
  await addMember(ctx, { organizationId: school.organizationId, personId: childId, roles: ['member'], isPupil: true })
  await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ personId: childId, name: 'Inaya' }] })
  const guardianId = await makePerson(ctx, { givenName: 'Samia', familyName: 'Marsaud', email: 'samia@example.org' })
  const stranger = as(ctx, actorOf(await makePerson(ctx, { givenName: 'Autre', familyName: 'Marsaud', email: 'autre@example.org' })))
  await ctx.db
    .insertInto('guardianship')
    .values({ id: ctx.newId(), child_id: childId, guardian_id: guardianId, organization_id: school.organizationId, relation: 'mother', declared_at: ctx.now() })
    .execute()
  const guardian = as(ctx, actorOf(guardianId))
  const { body } = await exportChildArchive(guardian, childId)
  const { manifest, read } = openArchive(new Uint8Array(await new Response(body).arrayBuffer()), { unzip: unzipSync })
  const data = new TextDecoder().decode(read('data.json'))
  expect([manifest.badges.length, data.includes('Inaya'), data.includes('samia@example.org')]).toEqual([1, true, false])
  await expect(exportChildArchive(stranger, childId)).rejects.toMatchObject({ status: 404 })
  await expect(exportChildArchive(as(ctx, { kind: 'anonymous' }), childId)).rejects.toMatchObject({ status: 401 })
  platform.setNow(new Date('2030-03-05T09:00:00Z'))
  await expect(exportChildArchive(guardian, childId)).rejects.toMatchObject({ status: 404 })
})
