import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { archiveAchievement, createAchievement, publishVersion } from '#features/achievements/index.ts'
import { issueCredentials, listHeld } from '#features/credentials/index.ts'
import { decideNomination, listAboutMe, moderateVoice, nominate, respondToNomination } from '#features/nominations/index.ts'
import { addMember } from '#features/organizations/index.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../../tests/support/make-school.ts'
import { addDossiers, addPeople } from '../planning/add-recipients.ts'
import { removeRecipient } from '../planning/change-recipient.ts'
import { createCeremony, updateCeremony } from '../planning/create-ceremony.ts'
import { getCeremony, listRecipients } from '../planning/get-ceremony.ts'
import { getPublishingCounts } from './get-progress.ts'
import { publishCeremony, resumePublishing, retryPublishing } from './publish-ceremony.ts'
import { remindForgotten } from './remind-forgotten.ts'
import { runPublishing } from './run-publishing.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'
const WHEN = { title: 'Remise de juin', day: '2027-06-18', time: '14:00' }

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let head: Ctx
let ceremonyId: string
let badge: { achievementId: string; versionId: string }
let badgeCount = 0

async function makeBadge() {
  const content = { name: { fr: `Solidaire ${++badgeCount}` }, description: { fr: 'Aide les autres.' }, criteria: { fr: 'Aider.' }, imageAlt: { fr: 'Un rond bleu' } }
  const { achievementId } = await createAchievement(ctx, { organizationId: school.organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  return { achievementId, versionId: (await publishVersion(ctx, achievementId)).versionId }
}

async function makePupils(count: number): Promise<Somebody[]> {
  const pupils: Somebody[] = []
  for (let index = 0; index < count; index++) {
    const pupil = await makePerson(ctx, `Élève ${badgeCount} ${index}`, { address: `eleve-${badgeCount}-${index}@bedel.example` })
    await addMember(ctx, { organizationId: school.organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
    pupils.push(pupil)
  }
  return pupils
}

const add = (people: Somebody[], citation = '') => addPeople(head, { ceremonyId, achievementId: badge.achievementId, personIds: people.map(({ personId }) => personId), citation })
const outcomes = async () => (await listRecipients(head, ceremonyId)).map(({ outcome, problem }) => (problem ? `${outcome}: ${problem}` : outcome))
const heldBy = async ({ ctx, personId }: Somebody) => (await listHeld(ctx, personId)).filter(({ content }) => content.name.fr === `Solidaire ${badgeCount}`)
const issuedCount = async () => (await ctx.db.selectFrom('credential').select('id').where('achievement_id', '=', badge.achievementId).execute()).length

async function agree(nominee: Somebody) {
  const { organizationId, pupil } = school
  const { nominationId, voiceId, isWaiting } = await nominate(pupil.ctx, {
    organizationId,
    achievementId: badge.achievementId,
    personId: nominee.personId,
    deed: 'Il garde une assiette pour les retardataires.',
    occasion: 'toute l’année',
  })
  if (isWaiting) await moderateVoice(head, { voiceId, decision: 'voice-admitted' })
  await platform.runJobs()
  return nominationId
}

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  head = school.owner.ctx
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  platform.setNow(new Date('2027-06-18T12:30:00Z'))
  badge = await makeBadge()
  ;({ ceremonyId } = await createCeremony(head, { organizationId: school.organizationId, ...WHEN }))
})

describe('the embargo', () => {
  test('until somebody publishes, neither the nominee nor the authors nor the public learn of anything', async () => {
    const [lina] = await makePupils(1)
    const nominationId = await agree(lina!)
    const mailsBefore = platform.mails.length
    const before = { about: await listAboutMe(lina!.ctx), issued: await issuedCount() }
    await decideNomination(head, { nominationId, decision: 'granted', reason: 'Bravo', isEmbargoed: true })
    await addDossiers(head, { ceremonyId, nominationIds: [nominationId] })
    await platform.runJobs()
    expect(platform.mails).toHaveLength(mailsBefore)
    expect(await heldBy(lina!)).toEqual([])
    expect({ about: await listAboutMe(lina!.ctx), issued: await issuedCount() }).toEqual(before)
    for (const who of [school.pupil, lina!, school.member, school.designer]) {
      await expect(getCeremony(who.ctx, { ceremonyId })).rejects.toMatchObject({ code: 'not_allowed' })
      await expect(publishCeremony(who.ctx, ceremonyId)).rejects.toMatchObject({ code: 'not_allowed' })
    }
    await expect(getCeremony(as(ctx, { kind: 'anonymous' }), { ceremonyId })).rejects.toMatchObject({ code: 'not_signed_in' })
    expect(await (await platform.app.request(`${TEST_ORIGIN}/api/v1/achievements/${badge.achievementId}`)).text()).not.toContain('Élève')

    await publishCeremony(head, ceremonyId)
    await platform.runJobs()
    expect(await heldBy(lina!)).toHaveLength(1)
    expect(platform.mails.length).toBeGreaterThan(mailsBefore)
    expect((await listAboutMe(lina!.ctx)).map(({ state }) => state)).toContain('granted')
  })

  test('a day that has passed publishes nothing: those who run it are told, once', async () => {
    await add(await makePupils(1))
    await remindForgotten(ctx)
    const told = async () => (await ctx.db.selectFrom('ceremony').select('reminded_at').where('id', '=', ceremonyId).executeTakeFirstOrThrow()).reminded_at
    expect(await told()).toBeNull()
    platform.setNow(new Date('2027-06-19T06:30:00Z'))
    await remindForgotten(ctx)
    expect(await told()).toEqual(new Date('2027-06-19T06:30:00Z'))
    platform.setNow(new Date('2027-06-20T06:30:00Z'))
    await remindForgotten(ctx)
    expect(await told()).toEqual(new Date('2027-06-19T06:30:00Z'))
    expect(await issuedCount()).toBe(0)
  })
})

describe('publishing', () => {
  test('a hundred and eighty receive with one click, in the name of whoever clicked, and nobody twice', async () => {
    const pupils = await makePupils(180)
    await add(pupils, 'Pour avoir aidé.')
    await Promise.all([publishCeremony(head, ceremonyId), publishCeremony(head, ceremonyId)])
    expect((await getCeremony(head, { ceremonyId })).state).toBe('publishing')
    await Promise.all([runPublishing(ctx, ceremonyId), runPublishing(ctx, ceremonyId)])
    expect(await getPublishingCounts(head, ceremonyId)).toEqual({ waiting: 0, issued: 180, 'already-held': 0, failed: 0, total: 180 })
    expect((await getCeremony(head, { ceremonyId })).state).toBe('published')
    const credentials = await ctx.db.selectFrom('credential').select(['person_id', 'issued_by']).where('achievement_id', '=', badge.achievementId).execute()
    expect(new Set(credentials.map(({ person_id }) => person_id)).size).toBe(180)
    expect(new Set(credentials.map(({ issued_by }) => issued_by))).toEqual(new Set([school.owner.personId]))
    const acts = await ctx.db.selectFrom('audit_entry').select(['act', 'subject']).where('act', '=', 'ceremony.published').execute()
    expect(acts.map(({ subject }) => subject)).toContainEqual({ ceremonyId, recipients: 180 })
  }, 60_000)

  test('killed in the middle it goes on from there: none lost, none doubled', async () => {
    await add(await makePupils(12))
    await publishCeremony(head, ceremonyId)
    let made = 0
    const dies: Ctx = {
      ...ctx,
      newId: () => {
        if (++made > 5) throw Object.assign(new Error('the process ends'), { code: '57P01' })
        return ctx.newId()
      },
    }
    await expect(runPublishing(dies, ceremonyId)).rejects.toThrow('the process ends')
    const half = await getPublishingCounts(head, ceremonyId)
    expect(half.issued).toBeGreaterThan(0)
    expect(half.waiting).toBeGreaterThan(0)
    expect(await issuedCount(), 'a badge and its note exist together').toBe(half.issued)
    await resumePublishing(ctx)
    await platform.runJobs()
    expect(await getPublishingCounts(head, ceremonyId)).toMatchObject({ issued: 12, waiting: 0 })
    expect(await issuedCount()).toBe(12)
  })

  test('who declined, left for good or has it already is told one by one, and stops nobody else', async () => {
    const [declines, holds, closed, receives] = await makePupils(4)
    const nominationId = await agree(declines!)
    await decideNomination(head, { nominationId, decision: 'granted', isEmbargoed: true })
    await addDossiers(head, { ceremonyId, nominationIds: [nominationId] })
    await add([holds!, closed!, receives!])
    await respondToNomination(declines!.ctx, { nominationId, response: 'declined' })
    await issueCredentials(ctx, { versionId: badge.versionId, recipients: [{ personId: holds!.personId }] })
    await ctx.db.updateTable('person').set({ closed_at: ctx.now() }).where('id', '=', closed!.personId).execute()
    await publishCeremony(head, ceremonyId)
    await platform.runJobs()
    expect((await outcomes()).sort()).toEqual(['already-held', 'failed: nomination_closed', 'failed: recipient_gone', 'issued'])
    expect((await getCeremony(head, { ceremonyId })).state).toBe('published')

    await ctx.db.updateTable('person').set({ closed_at: null }).where('id', '=', closed!.personId).execute()
    await retryPublishing(head, ceremonyId)
    await platform.runJobs()
    expect((await outcomes()).sort()).toEqual(['already-held', 'failed: nomination_closed', 'issued', 'issued'])
    const left = (await listRecipients(head, ceremonyId)).find(({ outcome }) => outcome === 'failed')!
    await removeRecipient(head, { recipientId: left.recipientId })
    await expect(retryPublishing(head, ceremonyId)).rejects.toMatchObject({ code: 'nothing_to_retry' })
  })

  test('a badge that was archived meanwhile is said for each, and can be tried again', async () => {
    await add(await makePupils(2))
    await archiveAchievement(ctx, badge.achievementId)
    await publishCeremony(head, ceremonyId)
    await platform.runJobs()
    expect(await outcomes()).toEqual(['failed: badge_not_given', 'failed: badge_not_given'])
  })

  test('what is published is not rearranged, and an empty ceremony is not published', async () => {
    await expect(publishCeremony(head, ceremonyId)).rejects.toMatchObject({ code: 'nobody_to_publish' })
    await add(await makePupils(2))
    await publishCeremony(head, ceremonyId)
    const [first] = await listRecipients(head, ceremonyId)
    const changes = [() => add([school.pupil]), () => updateCeremony(head, { ceremonyId, ...WHEN }), () => removeRecipient(head, { recipientId: first!.recipientId })]
    for (const change of changes) await expect(change()).rejects.toMatchObject({ code: 'ceremony_published' })
  })
})
