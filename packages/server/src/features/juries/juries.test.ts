import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { keepUpload } from '#features/nominations/attachments/keep-upload.ts'
import { readAttachment } from '#features/nominations/attachments/read-attachment.ts'
import { nominate, respondToNomination } from '#features/nominations/index.ts'
import { sendAgain } from '#features/nominations/send-again.ts'
import { addMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import { JURY, type JurySchool, laySomeTable, makeJurySchool, meet, type Table } from './juries.fixture.ts'
import { castVote } from './meeting/cast-vote.ts'
import { decideDossier } from './meeting/decide-dossier.ts'
import { declareRecusal } from './meeting/recusals.ts'
import { arrive, markPresence, openJury, revealVotes, startSession } from './meeting/run-meeting.ts'
import { closeJury } from './minutes/close-jury.ts'
import { createJury, updateJury } from './prepare/create-jury.ts'
import { layDossiers, takeDossierAway } from './prepare/lay-dossiers.ts'
import { removeMember, seatGuest, seatMember } from './prepare/seat-members.ts'
import { listJuries, listMyJuries } from './read/list-juries.ts'
import { listProposable } from './read/list-proposable.ts'
import { takeSeat } from './take-seat.ts'

let platform: TestApp
let ctx: Ctx
let school: JurySchool
let neighbour: Awaited<ReturnType<typeof makeSchool>>
let table: Table

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeJurySchool(ctx)
  neighbour = await makeSchool(ctx, 'Lycée Genevoix')
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  await ctx.db.deleteFrom('rate_limit').execute()
  table = await laySomeTable(ctx, school)
})

const here = () => ({ juryId: table.juryId })
const anonymous = () => as(ctx, { kind: 'anonymous' })
const yes = (dossierId: string, comment = '') => ({ dossierId, vote: 'yes' as const, comment })
const present = (...who: (keyof Table['members'])[]) =>
  Promise.all(who.map((name) => markPresence(school.admin.ctx, { ...here(), memberId: table.members[name], isPresent: true })))
const retain = (dossierId: string, more: { revision?: number; key?: string } = {}) => ({ dossierId, decision: 'granted' as const, reason: '', revision: 0, ...more })

describe('preparing', () => {
  test('a séance opens once somebody presides, enough people sit and a dossier lies there; its members are told once each', async () => {
    const { organizationId, issuer, designer } = school
    const { juryId } = await createJury(issuer.ctx, { organizationId, ...JURY })
    await expect(openJury(issuer.ctx, juryId)).rejects.toMatchObject({ code: 'president_needed' })
    await seatMember(issuer.ctx, { juryId, personId: designer.personId })
    expect(await seatMember(issuer.ctx, { juryId, personId: designer.personId })).toEqual(await seatMember(issuer.ctx, { juryId, personId: designer.personId }))
    await expect(openJury(issuer.ctx, table.juryId)).resolves.toBeUndefined()
    await openJury(issuer.ctx, table.juryId)
    await platform.runJobs()
    const told = platform.mails.filter(({ subject }) => subject.includes(JURY.title)).map(({ to }) => String(to))
    expect(new Set(told).size).toBe(told.length)
  })

  test('people from elsewhere do not sit without a link, and pupils do not preside', async () => {
    await expect(seatMember(school.issuer.ctx, { ...here(), personId: neighbour.member.personId })).rejects.toMatchObject({ code: 'member_unknown', status: 422 })
    await expect(seatGuest(school.issuer.ctx, { ...here(), name: 'Nadia Parent', function: 'Parent' })).rejects.toMatchObject({ code: 'already_member' })
  })

  test('the hour is the one on the wall of the school, in winter and in summer', async () => {
    const startOf = async () => (await ctx.db.selectFrom('jury').select('starts_at').where('id', '=', table.juryId).executeTakeFirstOrThrow()).starts_at.toISOString()
    expect(await startOf()).toBe('2026-12-03T16:30:00.000Z')
    await updateJury(school.issuer.ctx, { ...here(), ...JURY, date: '2027-06-12' })
    expect(await startOf()).toBe('2027-06-12T15:30:00.000Z')
  })

  test('a dossier lies on one table at a time', async () => {
    const { organizationId, issuer } = school
    const { juryId } = await createJury(issuer.ctx, { organizationId, ...JURY })
    const nominationIds = [table.nominations.pupil]
    await expect(layDossiers(issuer.ctx, { juryId, nominationIds })).rejects.toMatchObject({ code: 'dossier_unavailable' })
    await takeDossierAway(issuer.ctx, { ...here(), dossierId: table.dossiers.pupil })
    const both = await Promise.allSettled([layDossiers(issuer.ctx, { juryId, nominationIds }), layDossiers(issuer.ctx, { ...here(), nominationIds })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('whoever left the structure left its juries', async () => {
    await openJury(school.issuer.ctx, table.juryId)
    const cook = await makePerson(ctx, 'Passante')
    await addMember(ctx, { organizationId: school.organizationId, personId: cook.personId, roles: ['member'] })
    await seatMember(school.issuer.ctx, { ...here(), personId: cook.personId })
    expect(await listMyJuries(cook.ctx)).toMatchObject([{ ...here(), leftToVote: 3 }])
    await ctx.db.updateTable('membership').set({ left_at: ctx.now() }).where('person_id', '=', cook.personId).execute()
    await expect(takeSeat(cook.ctx, here())).rejects.toMatchObject({ status: 404 })
    expect(await listMyJuries(cook.ctx)).toEqual([])
  })
})

describe('who may', () => {
  test('members learn of a séance when it opens; nobody else ever does', async () => {
    const seatOf = (who: Ctx) => takeSeat(who, here())
    await expect(seatOf(school.member.ctx)).rejects.toMatchObject({ status: 404 })
    await expect(takeSeat(anonymous(), table.guest.at)).rejects.toMatchObject({ status: 404 })
    await openJury(school.issuer.ctx, table.juryId)
    await seatOf(school.member.ctx)
    await takeSeat(anonymous(), table.guest.at)
    await expect(seatOf(school.pupil.ctx)).rejects.toMatchObject({ status: 404 })
    await expect(seatOf(neighbour.owner.ctx)).rejects.toMatchObject({ status: 404 })
    await expect(seatOf(anonymous())).rejects.toMatchObject({ status: 401 })
    await expect(takeSeat(anonymous(), { token: 'unknown' })).rejects.toMatchObject({ status: 404 })
  })

  test('preparing and closing are for those who award, running the meeting for the president too, voting for members only', async () => {
    const { organizationId, member, designer, admin, owner } = school
    await expect(createJury(designer.ctx, { organizationId, ...JURY })).rejects.toMatchObject({ status: 403 })
    await expect(listJuries(member.ctx, organizationId)).rejects.toMatchObject({ status: 403 })
    await expect(listProposable(neighbour.owner.ctx, organizationId)).rejects.toMatchObject({ status: 403 })
    await meet(school, table.juryId)
    for (const verb of [closeJury, openJury]) await expect(verb(member.ctx, table.juryId)).rejects.toMatchObject({ status: 403 })
    await expect(markPresence(member.ctx, { ...here(), memberId: table.members.member, isPresent: true })).rejects.toMatchObject({ status: 403 })
    await expect(decideDossier(member.ctx, table.juryId, retain(table.dossiers.pupil))).rejects.toMatchObject({ status: 403 })
    await expect(removeMember(member.ctx, { ...here(), memberId: table.members.admin })).rejects.toMatchObject({ status: 403 })
    await revealVotes(admin.ctx, { ...here(), dossierId: table.dossiers.pupil })
    await expect(castVote(owner.ctx, here(), yes(table.dossiers.pupil))).rejects.toMatchObject({ status: 404 })
  })

  test('things of another séance do not come in through one’s own', async () => {
    const other = await laySomeTable(ctx, school)
    await meet(school, table.juryId)
    await expect(castVote(school.member.ctx, here(), yes(other.dossiers.pupil))).rejects.toMatchObject({ status: 404 })
    await expect(markPresence(school.admin.ctx, { ...here(), memberId: other.members.member, isPresent: true })).rejects.toMatchObject({ status: 404 })
    await expect(decideDossier(school.admin.ctx, table.juryId, retain(other.dossiers.pupil))).rejects.toMatchObject({ status: 404 })
  })
})

describe('voting', () => {
  beforeEach(() => openJury(school.issuer.ctx, table.juryId))
  const dossierAs = (who: Somebody) => table.dossierOf(table.nominations.pupil, who.ctx)

  test('one sees what others voted and wrote only after having voted, whoever one is', async () => {
    await castVote(school.member.ctx, here(), yes(table.dossiers.pupil, 'Très clair.'))
    for (const blind of [school.designer, school.admin, school.issuer, school.owner]) {
      const dossier = await dossierAs(blind)
      expect(dossier).toMatchObject({ counts: undefined, votes: undefined, votedBy: [table.members.member] })
      expect(JSON.stringify(await table.see(blind.ctx))).not.toContain('Très clair')
    }
    await castVote(school.designer.ctx, here(), { dossierId: table.dossiers.pupil, vote: 'abstain' })
    expect(await dossierAs(school.designer)).toMatchObject({
      counts: { yes: 1, abstain: 1 },
      votes: expect.arrayContaining([expect.objectContaining({ comment: 'Très clair.' }), expect.objectContaining({ vote: 'abstain' })]),
    })
  })

  test('a vote may change until the dossier is decided, and sent twice it is one', async () => {
    const vote = (vote: 'yes' | 'no') => castVote(school.member.ctx, here(), { dossierId: table.dossiers.pupil, vote })
    await Promise.all([vote('yes'), vote('yes')])
    await vote('no')
    expect((await dossierAs(school.member)).counts).toEqual({ yes: 0, 'to-complete': 0, no: 1, abstain: 0 })
    await startSession(school.admin.ctx, table.juryId)
    await present('admin', 'member')
    await decideDossier(school.admin.ctx, table.juryId, retain(table.dossiers.pupil))
    await expect(vote('yes')).rejects.toMatchObject({ code: 'already_decided' })
  })

  test('whoever gave a voice or is proposed is found, abstained and told why; they see nothing before it is decided, the nominee never', async () => {
    for (const personId of [school.owner.personId, table.adult.personId]) await seatMember(school.issuer.ctx, { ...here(), personId })
    const dossierOf = (who: Somebody) => table.dossierOf(table.nominations.adult, who.ctx)
    await castVote(school.member.ctx, here(), yes(table.dossiers.adult))
    expect(await dossierOf(school.owner)).toMatchObject({ myRecusal: { kind: 'voice' }, counts: undefined, votes: undefined })
    expect(await dossierOf(table.adult)).toMatchObject({ myRecusal: { kind: 'nominee' } })
    for (const who of [school.owner, table.adult]) await expect(castVote(who.ctx, here(), yes(table.dossiers.adult))).rejects.toMatchObject({ code: 'recused', status: 409 })
    await startSession(school.admin.ctx, table.juryId)
    await present('admin', 'member')
    await decideDossier(school.admin.ctx, table.juryId, retain(table.dossiers.adult))
    expect(await dossierOf(school.owner)).toMatchObject({ counts: { yes: 1 }, decision: { decision: 'granted' } })
    expect(await dossierOf(table.adult)).toMatchObject({ counts: undefined, votes: undefined, decision: undefined })
    expect(await ctx.db.selectFrom('audit_entry').select('subject').where('act', '=', 'jury.recused').execute()).not.toEqual([])
  })

  test('a voice that comes while the dossier lies there takes the vote with it', async () => {
    await castVote(school.designer.ctx, here(), yes(table.dossiers.pupil))
    const { voiceId } = await nominate(school.designer.ctx, {
      organizationId: school.organizationId,
      achievementId: school.achievementId,
      personId: table.pupil.personId,
      deed: 'A aidé toute la classe en mathématiques.',
      occasion: 'hier',
    })
    expect(voiceId).toBeDefined()
    await castVote(school.member.ctx, here(), { dossierId: table.dossiers.pupil, vote: 'no' })
    expect((await dossierAs(school.member)).counts).toMatchObject({ yes: 0, no: 1 })
    expect((await dossierAs(school.designer)).counts).toBeUndefined()
  })

  test('« je me déporte » takes the vote back and is written down with its word', async () => {
    await castVote(school.member.ctx, here(), yes(table.dossiers.pupil))
    await declareRecusal(school.member.ctx, here(), { dossierId: table.dossiers.pupil, word: 'C’est ma nièce.' })
    expect(await dossierAs(school.member)).toMatchObject({ myRecusal: { kind: 'declared', word: 'C’est ma nièce.' }, votedBy: [], voterCount: 3 })
    await expect(castVote(school.member.ctx, here(), yes(table.dossiers.pupil))).rejects.toMatchObject({ code: 'recused' })
  })

  test('guests and pupils read « un élève de 4e B »; so does the room; those who prepare read names', async () => {
    await seatMember(school.issuer.ctx, { ...here(), personId: school.pupil.personId })
    const nomineeAs = async (who: Ctx, at = here() as never, isScreen = false) =>
      (await table.see(who, at, isScreen)).dossiers.find(({ nominationId }) => nominationId === table.nominations.pupil)!.nominee
    expect(await nomineeAs(school.issuer.ctx)).toMatchObject({ name: 'Zoé Secret' })
    expect(await nomineeAs(school.issuer.ctx, here() as never, true)).toEqual({ pupilOf: '4e B' })
    expect(await nomineeAs(school.pupil.ctx)).toEqual({ pupilOf: '4e B' })
    expect(await nomineeAs(anonymous(), table.guest.at as never)).toEqual({ pupilOf: '4e B' })
    expect(JSON.stringify(await table.see(anonymous(), table.guest.at))).not.toContain('Secret')
  })

  test('grown-ups who sit see the photo beside a voice; pupils, guests, the screen and those who do not sit see none', async () => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c96' } })
      .jpeg()
      .toBuffer()
    const { uploadId } = await keepUpload(school.issuer.ctx, { fileName: 'soupe.jpg', bytes })
    const { organizationId, achievementId } = school
    const uploads = [{ uploadId, alt: 'Des bocaux' }]
    await nominate(school.issuer.ctx, { organizationId, achievementId, personId: table.adult.personId, deed: 'A cuisiné pour la fête.', occasion: 'En juin', uploads })
    const delegate = await school.makePupil('Déléguée')
    await seatMember(school.issuer.ctx, { ...here(), personId: delegate.personId })
    const photosSeen = async (who: Ctx, at?: Parameters<Table['see']>[1], isScreen = false) =>
      (await table.see(who, at, isScreen)).dossiers.flatMap(({ voices }) => voices.flatMap(({ attachments }) => attachments))
    const [photo] = await photosSeen(school.member.ctx)
    expect(photo).toMatchObject({ alt: 'Des bocaux', isPhoto: true })
    const open = (who: Ctx) => readAttachment(who, { attachmentId: photo!.attachmentId, isThumbnail: true })
    await expect(open(school.member.ctx)).resolves.toMatchObject({ mediaType: 'image/webp' })
    for (const seen of [await photosSeen(delegate.ctx), await photosSeen(anonymous(), table.guest.at), await photosSeen(school.member.ctx, here(), true)]) expect(seen).toEqual([])
    const colleague = await makePerson(ctx, 'Collègue')
    await addMember(ctx, { organizationId, personId: colleague.personId, roles: ['member'] })
    for (const who of [delegate.ctx, colleague.ctx, anonymous(), neighbour.owner.ctx]) await expect(open(who)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a guest votes and says « je suis là » by their link alone', async () => {
    await castVote(anonymous(), table.guest.at, yes(table.dossiers.driver, 'Il attend toujours.'))
    await expect(arrive(anonymous(), table.guest.at)).rejects.toMatchObject({ code: 'jury_not_open' })
    await startSession(school.admin.ctx, table.juryId)
    await arrive(anonymous(), table.guest.at)
    const { members } = await table.see(school.admin.ctx)
    // Whoever opened the meeting is in the room without a word.
    expect(members.filter(({ isPresent }) => isPresent)).toMatchObject([{ isPresident: true }, { who: { name: 'Nadia Parent' }, isGuest: true }])
  })
})

describe('the meeting', () => {
  beforeEach(() => meet(school, table.juryId))
  const decide = (who: Somebody, dossierId: string, more = {}) => decideDossier(who.ctx, table.juryId, { ...retain(dossierId), ...more })

  test('nothing is decided without quorum, and it says how many are missing; putting off is always possible', async () => {
    await expect(decide(school.admin, table.dossiers.pupil)).rejects.toMatchObject({ code: 'quorum_missing', detail: { present: 1, missing: 1 } })
    await present('admin', 'member')
    await declareRecusal(school.member.ctx, here(), { dossierId: table.dossiers.adult, word: 'Mon frère.' })
    await expect(decide(school.admin, table.dossiers.adult)).rejects.toMatchObject({ code: 'quorum_missing', detail: { present: 1, missing: 1 } })
    await decide(school.admin, table.dossiers.adult, { decision: 'adjourned', reason: 'Nous sommes trop peu.' })
    await decide(school.admin, table.dossiers.pupil)
  })

  test('counts come up when all who are present have voted, or when the president shows them', async () => {
    await present('admin', 'member')
    await castVote(school.admin.ctx, here(), yes(table.dossiers.pupil, 'Je le pense.'))
    const onScreen = async () => (await table.see(school.admin.ctx, here(), true)).dossiers.find(({ dossierId }) => dossierId === table.dossiers.pupil)!
    expect(await onScreen(), 'the one who runs it has voted, the room has not').toMatchObject({ counts: undefined, votes: undefined })
    expect((await table.dossierOf(table.nominations.pupil, school.admin.ctx)).counts).toMatchObject({ yes: 1 })
    await castVote(school.member.ctx, here(), yes(table.dossiers.pupil))
    expect(await onScreen()).toMatchObject({ counts: { yes: 2 }, votes: [{}, {}] })
    expect(await table.dossierOf(table.nominations.pupil, school.owner.ctx)).toMatchObject({ counts: { yes: 2 } })
    await revealVotes(school.admin.ctx, { ...here(), dossierId: table.dossiers.driver })
    expect(await table.dossierOf(table.nominations.driver, school.designer.ctx)).toMatchObject({ counts: { yes: 0 }, votes: undefined })
  })

  test('a decision sent twice is one; over what another decided meanwhile it is refused, and nothing is overwritten', async () => {
    await present('admin', 'member')
    const key = ctx.newId()
    await Promise.all([decide(school.admin, table.dossiers.pupil, { key }), decide(school.admin, table.dossiers.pupil, { key })])
    const late = decide(school.issuer, table.dossiers.pupil, { decision: 'not-retained', reason: 'Pas encore.', key: ctx.newId() })
    await expect(late).rejects.toMatchObject({ code: 'decided_meanwhile', status: 409 })
    expect(await table.dossierOf(table.nominations.pupil)).toMatchObject({ decision: { decision: 'granted' }, revision: 1 })
    const both = await Promise.allSettled([1, 2].map((n) => decide(school.admin, table.dossiers.driver, { reason: `n° ${n}`, key: ctx.newId() })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await decide(school.issuer, table.dossiers.pupil, { decision: 'not-retained', reason: 'Après relecture.', revision: 1 })
    const acts = await ctx.db.selectFrom('audit_entry').select('reason').where('act', '=', 'jury.decided').where('actor_id', '=', school.issuer.personId).execute()
    expect(acts).toMatchObject([{ reason: 'Après relecture.' }])
  })

  test('a president who stepped aside leaves the pen to another of those who award', async () => {
    await present('admin', 'member', 'designer')
    await declareRecusal(school.admin.ctx, here(), { dossierId: table.dossiers.pupil, word: 'Ma fille.' })
    await expect(decide(school.admin, table.dossiers.pupil)).rejects.toMatchObject({ code: 'recused' })
    await expect(decide(school.owner, table.dossiers.pupil), 'they proposed').rejects.toMatchObject({ code: 'recused' })
    await decide(school.issuer, table.dossiers.pupil)
  })

  test('a grown-up who has not accepted is not retained yet, and somebody without an account is not asked to complete', async () => {
    await present('admin', 'member')
    await ctx.db.updateTable('nomination').set({ response: 'pending' }).where('id', '=', table.nominations.adult).execute()
    await expect(decide(school.admin, table.dossiers.adult)).rejects.toMatchObject({ code: 'not_accepted_yet' })
    await expect(decide(school.admin, table.dossiers.driver, { decision: 'to-complete', reason: 'Des précisions.' })).rejects.toMatchObject({ code: 'nobody_to_complete' })
    await expect(decide(school.admin, table.dossiers.driver, { decision: 'not-retained' })).rejects.toMatchObject({ issues: [{ path: ['reason'], message: 'reason_required' }] })
    await decide(school.admin, table.dossiers.adult, { decision: 'adjourned' })
  })
})

describe('what comes back', () => {
  test('to be completed or put off, a dossier is proposed first for the next séance', async () => {
    await meet(school, table.juryId)
    await present('admin', 'member')
    const write = (dossierId: string, decision: 'to-complete' | 'adjourned') =>
      decideDossier(school.admin.ctx, table.juryId, { dossierId, decision, reason: 'Encore un exemple.', revision: 0 })
    await write(table.dossiers.pupil, 'to-complete')
    await write(table.dossiers.adult, 'adjourned')
    await closeJury(school.issuer.ctx, table.juryId)
    const proposed = async () => (await listProposable(school.issuer.ctx, school.organizationId)).filter(({ returnedFrom }) => returnedFrom).map(({ nominationId }) => nominationId)
    expect(await proposed()).toEqual(expect.arrayContaining([table.nominations.adult, table.nominations.driver]))
    expect(await proposed()).not.toContain(table.nominations.pupil)
    await sendAgain(table.pupil.ctx, table.nominations.pupil)
    expect(await proposed()).toContain(table.nominations.pupil)
    const fresh = await school.propose(school.member, { name: 'Aline Berger', function: 'Bénévole' })
    const all = await listProposable(school.issuer.ctx, school.organizationId)
    expect(all.at(-1)).toMatchObject({ nominationId: fresh, returnedFrom: null })
    await respondToNomination(table.pupil.ctx, { nominationId: table.nominations.pupil, response: 'declined' })
    expect(await proposed()).not.toContain(table.nominations.pupil)
  })
})
