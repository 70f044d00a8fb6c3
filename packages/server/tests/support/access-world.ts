// A structure with everything in it, somebody in each role at its door, and a next-door neighbour: what the matrix of accesses is tried on.
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import sharp from 'sharp'
import { type Actor, as, type Ctx } from '../../src/ctx.ts'
import { owners } from '../../src/db/owners.ts'
import { createPerson, openSession } from '../../src/features/accounts/index.ts'
import { FIRST_DESIGN } from '../../src/features/achievements/achievement-form.schema.ts'
import { addResource, bookletOf, createAchievement, publishVersion } from '../../src/features/achievements/index.ts'
import { prepareBatch } from '../../src/features/credentials/index.ts'
import { seedDemonstration } from '../../src/features/demonstration/index.ts'
import { prepareDepartures } from '../../src/features/departures/index.ts'
import { askEndorsement, signEndorsement } from '../../src/features/endorsements/index.ts'
import { addChild, makeSlips } from '../../src/features/guardians/index.ts'
import { ensureIssuer } from '../../src/features/issuers/index.ts'
import { keepUpload, nominate } from '../../src/features/nominations/index.ts'
import { previewRoster } from '../../src/features/organizations/imports/preview-roster.ts'
import { addCohortMember, addMember, loadCommunes, type Role } from '../../src/features/organizations/index.ts'
import { addFile, createClaim, createCv, createFolio, giveAccessCards, importBadge, openShare } from '../../src/features/passports/index.ts'
import { makePractice } from './access-practice.ts'
import type { ActorName, Things } from './access-table.ts'
import { startServer, type TestServer } from './start-server.ts'

const BEDEL = 'college-maurice-bedel'
const GENEVOIX = 'lycee-genevoix'
const MAIL = 'demo.boat.test'

export type World = {
  server: TestServer
  cookies: Record<ActorName, string>
  /** Family names and addresses of everybody in the structure, with whose they are. */
  secrets: { text: string; personId: string }[]
  personIds: Record<ActorName, string>
  things: Things
  neighbour: Things
  /** What the tables hold, without what every visit leaves. */
  fingerprint(): Promise<Record<string, string>>
}

export async function makeWorld(): Promise<World> {
  const server = await startServer()
  const { ctx } = server
  await loadCommunes(ctx)
  await seedDemonstration(ctx)
  const organizationId = await idOf(ctx, BEDEL)
  const personIds = await findActors(ctx, organizationId)
  const owner = personCtx(ctx, personIds.owner)
  const things = await collectThings(ctx, owner, { organizationId, pupilId: personIds.pupil })
  Object.assign(things, await makePapers(owner, { organizationId, personId: things.personId!, pupilId: personIds.pupil, guardianId: personIds.guardian }))
  Object.assign(things, await openAddresses(personCtx(ctx, personIds.network), await bringBadge(ctx, personIds.network)))
  Object.assign(things, await makePractice(ctx, { organizationId, issuerId: personIds.issuer, pupilId: personIds.pupil, achievementId: things.achievementId! }))
  const { html } = await server.waitForMail(`musique@bedel.${MAIL}`)
  things.invitationToken = /\/invitations\/([\w-]+)/.exec(String(html))![1]!
  await untilIdle(ctx)
  things.mailId = (await ctx.db.selectFrom('sent_mail').select('id').limit(1).executeTakeFirstOrThrow()).id
  const cookies = Object.fromEntries(await Promise.all(Object.entries(personIds).map(async ([name, personId]) => [name, await openCookie(ctx, name, personId)])))
  return {
    server,
    cookies,
    personIds,
    secrets: await listSecrets(ctx, organizationId),
    things,
    // What the network shares is for every structure; the programme of this one is not.
    neighbour: { ...(await listNeighbour(ctx)), sharedProgrammeId: things.programmeId! },
    fingerprint: () => untilIdle(ctx).then(() => fingerprint(ctx)),
  }
}

const idOf = async (ctx: Ctx, slug: string) => (await ctx.db.selectFrom('organization').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

const personCtx = (ctx: Ctx, personId: string): Ctx => as(ctx, { kind: 'person', personId, sessionId: personId, isNetworkAdmin: false } satisfies Actor)

async function findActors(ctx: Ctx, organizationId: string): Promise<Record<ActorName, string>> {
  const known = async (address: string) =>
    (
      await ctx.db
        .selectFrom('person_email')
        .select('person_id')
        .where('address', '=', `${address}${address.includes('@') ? '.' : '@'}${MAIL}`)
        .executeTakeFirstOrThrow()
    ).person_id
  const make = async (givenName: string, role: Role) => {
    const { personId } = await createPerson(ctx, { givenName, familyName: 'Sansautre', email: { address: `${role}-${givenName.toLowerCase()}@example.org`, isVerified: true } })
    await addMember(ctx, { organizationId, personId, roles: [role] })
    return personId
  }
  const former = await make('Partie', 'owner')
  await ctx.db.updateTable('membership').set({ left_at: ctx.now() }).where('person_id', '=', former).execute()
  const owner = await known('principale@bedel')
  return {
    anonymous: '',
    expired: owner,
    pupil: await known('eleve@bedel'),
    member: await known('chef@bedel'),
    designer: await make('Dessine', 'designer'),
    issuer: await known('cpe@bedel'),
    admin: await make('Administre', 'admin'),
    owner,
    former,
    neighbour: await known('proviseure@genevoix'),
    network: await known('admin'),
    guardian: await known('parent@familles'),
  }
}

async function openCookie(ctx: Ctx, name: string, personId: string): Promise<string> {
  if (!personId) return ''
  const then = new Date(ctx.now().getTime() - 31 * 86_400_000)
  const { token } = await openSession(name === 'expired' ? { ...ctx, now: () => then } : ctx, { personId, method: 'link', userAgent: 'test', address: '' })
  return `boat_session=${token}`
}

async function collectThings(ctx: Ctx, owner: Ctx, { organizationId, pupilId }: { organizationId: string; pupilId: string }): Promise<Things> {
  const { db } = ctx
  const { issuerId } = await ensureIssuer(ctx, organizationId)
  const credentials = await db
    .selectFrom('credential')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('revoked_at', 'is', null)
    .where('shared_at', 'is', null)
    .execute()
  const held = credentials.find(({ person_id }) => person_id === pupilId)!
  const classes = await listClasses(ctx, organizationId)
  const [card, issued] = credentials.filter(
    ({ person_id, recipient_email, response }) => person_id !== null && person_id !== pupilId && classes.has(person_id) && !recipient_email && response === 'pending',
  )
  const { person_id: personId } = issued!
  const version = await db.selectFrom('achievement_version').selectAll().where('id', '=', held.achievement_version_id).executeTakeFirstOrThrow()
  const cohortId = classes.get(personId!)!
  const classmates = await listWithoutCard(ctx, organizationId, cohortId, personId!)
  const draft = await makeDraft(owner, organizationId, 'Brouillon secret')
  const ceremony = await db.selectFrom('ceremony').select('id').where('organization_id', '=', organizationId).where('confirmed_at', 'is', null).executeTakeFirstOrThrow()
  const secretary = await db.selectFrom('person_email').select(['id', 'person_id']).where('address', '=', `documentaliste@bedel.${MAIL}`).executeTakeFirstOrThrow()
  await openSession(ctx, { personId: secretary.person_id, method: 'link', userAgent: 'test', address: '' })
  const rows = [
    { name: 'Rose Duplessis-Nerval', email: 'rose@example.org' },
    { name: 'Sans adresse', email: 'oups' },
  ]
  return {
    slug: BEDEL,
    organizationId,
    issuerId,
    keyId: (await db.selectFrom('signing_key').select('id').where('issuer_id', '=', issuerId).executeTakeFirstOrThrow()).id,
    achievementId: version.achievement_id,
    number: String(version.number),
    versionId: version.id,
    imageId: version.image_id,
    draftId: draft.achievementId,
    draftImageId: draft.imageId,
    sharedId: (
      await db
        .selectFrom('achievement')
        .select('id')
        .where('shared_at', 'is not', null)
        .where('organization_id', '<>', organizationId)
        .orderBy('created_at')
        .executeTakeFirstOrThrow()
    ).id,
    ...(await addResources(owner, organizationId, version.achievement_id)),
    publishableId: (await makeDraft(owner, organizationId, 'Bientôt publié')).achievementId,
    cohortId,
    personId: personId!,
    importId: (
      await previewRoster(owner, { organizationId, fileName: 'liste.csv', bytes: Buffer.from('Nom;Prénom;Courriel\nDuplessis-Nerval;Rose;\nMal;Écrite;oups'), isPupil: true })
    ).importId,
    batchId: (await prepareBatch(owner, { organizationId, versionId: version.id, rows })).batchId,
    credentialId: held.id,
    importedId: await bringBadge(ctx, pupilId),
    cvId: (await createCv(personCtx(ctx, pupilId), { locale: 'fr' })).cvId,
    ...(await composePage(ctx, pupilId)),
    ...(await askColleagues(ctx, organizationId)),
    issuedId: issued!.id,
    cardId: card!.id,
    nominationId: (await db.selectFrom('nomination').select('id').where('organization_id', '=', organizationId).where('person_id', 'is', null).executeTakeFirstOrThrow()).id,
    ownNominationId: (await db.selectFrom('nomination').select('id').where('person_id', '=', pupilId).executeTakeFirstOrThrow()).id,
    // Of a dossier that lies on the table of a jury, and of one that lies on none.
    juryAttachmentId: (
      await db
        .selectFrom('attachment')
        .innerJoin('nomination_voice', 'nomination_voice.id', 'voice_id')
        .innerJoin('nomination', 'nomination.id', 'nomination_id')
        .select('attachment.id')
        .where('person_id', '=', pupilId)
        .executeTakeFirstOrThrow()
    ).id,
    attachmentId: await attachElsewhere(owner, { organizationId, pupilId }),
    voiceId: (await db.selectFrom('nomination_voice').select('id').where('state', '=', 'waiting').limit(1).executeTakeFirstOrThrow()).id,
    ceremonyId: ceremony.id,
    recipientId: (await db.selectFrom('ceremony_recipient').select('id').where('ceremony_id', '=', ceremony.id).orderBy('position').executeTakeFirstOrThrow()).id,
    agreedId: (
      await db
        .selectFrom('nomination')
        .select('id')
        .where('state', '=', 'agreed')
        .where(({ not, exists, selectFrom }) => not(exists(selectFrom('ceremony_recipient').select('id').whereRef('nomination_id', '=', 'nomination.id'))))
        .executeTakeFirstOrThrow()
    ).id,
    ...(await findJuries(ctx)),
    statusId: (await db.selectFrom('status_list').select('id').where('issuer_id', '=', issuerId).executeTakeFirstOrThrow()).id,
    invitationId: (await db.selectFrom('invitation').select('id').where('organization_id', '=', organizationId).executeTakeFirstOrThrow()).id,
    claimCode: (await createClaim(ctx, { credentialId: issued!.id, channel: 'card' })).code,
    cardPersonId: classmates[0]!,
    accessCode: (await giveAccessCards(owner, { organizationId, personIds: [classmates[1]!] }))[0]!.code,
    sessionId: (await db.selectFrom('session').select('id').where('person_id', '=', secretary.person_id).executeTakeFirstOrThrow()).id,
    emailId: secretary.id,
    ...(await collectDepartures(ctx, organizationId)),
  }
}

/** Somebody who is asked for, somebody whom the structure asks for, and codes on paper of two other schools. */
async function collectDepartures(ctx: Ctx, organizationId: string): Promise<Things> {
  const waiting = ctx.db.selectFrom('departure').select('id').where('requested_at', 'is not', null).where('moved_at', 'is', null)
  const print = async (slug: string, className: string, address: string, kind: 'transfer' | 'home') => {
    const schoolId = await idOf(ctx, slug)
    const { id: cohortId } = await ctx.db.selectFrom('cohort').select('id').where('organization_id', '=', schoolId).where('name', '=', className).executeTakeFirstOrThrow()
    const { person_id } = await ctx.db.selectFrom('person_email').select('person_id').where('address', '=', `${address}.${MAIL}`).executeTakeFirstOrThrow()
    const { personId } = await createPerson(ctx, { givenName: 'Ondine', familyName: 'Quitteville', birthDate: '2009-02-01' })
    await addMember(ctx, { organizationId: schoolId, personId, roles: ['member'], isPupil: true })
    await addCohortMember(ctx, { cohortId, personId })
    return (await prepareDepartures(personCtx(ctx, person_id), { cohortId, kind, personIds: [personId] })).prepared[0]!.code
  }
  return {
    departureId: (await waiting.where('organization_id', '=', organizationId).executeTakeFirstOrThrow()).id,
    arrivalId: (await waiting.where('arrival_id', '=', organizationId).executeTakeFirstOrThrow()).id,
    departureCode: await print('ecole-francois-rabelais', 'CM2', 'directrice@rabelais', 'transfer'),
    homeCode: await print(GENEVOIX, '2de 4', 'proviseure@genevoix', 'home'),
  }
}

/** The class of each pupil there; some have been in another structure, or are in a group besides. */
async function listClasses(ctx: Ctx, organizationId: string): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('cohort_member')
    .innerJoin('cohort', 'cohort.id', 'cohort_id')
    .select(['person_id', 'cohort_id'])
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'class')
    .where('archived_at', 'is', null)
    .where('left_at', 'is', null)
    .execute()
  return new Map(rows.map(({ person_id, cohort_id }) => [person_id, cohort_id]))
}

async function listWithoutCard(ctx: Ctx, organizationId: string, cohortId: string, exceptId: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`select person_id from cohort_member join membership using (person_id)
    where cohort_id = ${cohortId} and organization_id = ${organizationId} and is_pupil and cohort_member.left_at is null and person_id <> ${exceptId}
      and not exists (select from person_email where person_email.person_id = cohort_member.person_id)
      and not exists (select from access_card where access_card.person_id = cohort_member.person_id)
    order by person_id`.execute(ctx.db)
  return rows.map((row) => row.person_id)
}

/** A paper that nobody opened, and one that the pupil's guardian did. */
async function makePapers(ctx: Ctx, who: { organizationId: string; personId: string; pupilId: string; guardianId: string }): Promise<Things> {
  const { organizationId, personId, pupilId, guardianId } = who
  const [open] = await makeSlips(ctx, { organizationId, childIds: [personId], copies: 1 })
  const [second] = await makeSlips(ctx, { organizationId, childIds: [pupilId], copies: 2 })
  const { fact } = await ctx.db.selectFrom('person').select(sql<string>`birth_date::text`.as('fact')).where('id', '=', pupilId).executeTakeFirstOrThrow()
  await addChild(personCtx(ctx, guardianId), { code: second!.code, fact, relation: 'mother', declares: 'yes' }, '')
  const of = async (childId: string) =>
    (await ctx.db.selectFrom('guardian_slip').select('id').where('child_id', '=', childId).where('void_at', 'is', null).executeTakeFirstOrThrow()).id
  const { id: guardianshipId } = await ctx.db.selectFrom('guardianship').select('id').where('child_id', '=', pupilId).executeTakeFirstOrThrow()
  return { slipCode: open!.code, usedSlipCode: second!.code, slipId: await of(personId), childId: pupilId, guardianshipId }
}

/** The séance that votes, the one that is over, and the link of the guest. */
async function findJuries({ db, secrets }: Ctx): Promise<Things> {
  const open = await db.selectFrom('jury').select('id').where('state', '=', 'voting').executeTakeFirstOrThrow()
  const guest = await db.selectFrom('jury_member').select(['id', 'token_sealed']).where('jury_id', '=', open.id).where('token_sealed', 'is not', null).executeTakeFirstOrThrow()
  return {
    juryId: open.id,
    closedJuryId: (await db.selectFrom('jury').select('id').where('state', '=', 'closed').executeTakeFirstOrThrow()).id,
    juryDossierId: (await db.selectFrom('jury_dossier').select('id').where('jury_id', '=', open.id).orderBy('position').limit(1).executeTakeFirstOrThrow()).id,
    juryMemberId: guest.id,
    guestToken: Buffer.from(secrets.open(guest.token_sealed!, `jury-link:${guest.id}`)).toString(),
  }
}

async function attachElsewhere(owner: Ctx, { organizationId, pupilId }: { organizationId: string; pupilId: string }): Promise<string> {
  const { achievementId } = await makeDraft(owner, organizationId, 'Sur aucune table')
  await publishVersion(owner, achievementId)
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c96' } })
    .jpeg()
    .toBuffer()
  const { uploadId } = await keepUpload(owner, { fileName: 'soupe.jpg', bytes })
  const uploads = [{ uploadId, alt: 'Des bocaux' }]
  const { voiceId } = await nominate(owner, { organizationId, achievementId, personId: pupilId, deed: 'A cuisiné pour la fête.', occasion: 'En juin', uploads })
  return (await owner.db.selectFrom('attachment').select('id').where('voice_id', '=', voiceId).executeTakeFirstOrThrow()).id
}

/** A grown-up shows a badge: at an address, in a frame, in a mail. */
async function openAddresses(adult: Ctx, badgeId: string): Promise<Things> {
  const open = (purpose: 'link' | 'embed' | 'signature') => openShare(adult, { scope: 'badges', badgeIds: [badgeId], purpose })
  const link = await open('link')
  return { shownBadgeId: badgeId, shareId: link.shareId, shareToken: link.token, embedToken: (await open('embed')).token, signatureToken: (await open('signature')).token }
}

/** Made by another system, and verified without any network. */
async function bringBadge(ctx: Ctx, personId: string): Promise<string> {
  const actor = { kind: 'person', personId, sessionId: ctx.newId(), isNetworkAdmin: false } as const
  const file = '../../../openbadges/vectors/published/dcc-fixtures/v2/dataIntegrityProof/didKey/legacyRegistry-noStatus-noExpiry-basicOBv3.json'
  const imported = await importBadge(as(ctx, actor), { fileName: 'badge.json', bytes: readFileSync(new URL(file, import.meta.url)) })
  return 'importedId' in imported ? imported.importedId : ''
}

async function composePage(ctx: Ctx, personId: string): Promise<Things> {
  const own = as(ctx, { kind: 'person', personId, sessionId: ctx.newId(), isNetworkAdmin: false })
  const { folioId } = await createFolio(own, 'blank')
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c96' } })
    .png()
    .toBuffer()
  const { fileId } = await addFile(own, folioId, { fileName: 'affiche.png', bytes: photo })
  return { folioId, folioFileId: fileId }
}

/** Between colleagues who play no part here: one request that waits, and one that was answered in the name of the structure. */
async function askColleagues(ctx: Ctx, organizationId: string): Promise<Things> {
  const known = async (name: string) => {
    const row = await ctx.db.selectFrom('person_email').select('person_id').where('address', '=', `${name}.${MAIL}`).executeTakeFirstOrThrow()
    return { personId: row.person_id, ctx: as(ctx, { kind: 'person', personId: row.person_id, sessionId: ctx.newId(), isNetworkAdmin: false }) }
  }
  const [coach, colleague, librarian] = [await known('eps@bedel'), await known('anglais@bedel'), await known('documentaliste@bedel')]
  const { id: badgeId } = await ctx.db
    .selectFrom('credential')
    .select('id')
    .where('person_id', '=', coach.personId)
    .where('revoked_at', 'is', null)
    .where('response', '=', 'accepted')
    .orderBy('issued_at')
    .executeTakeFirstOrThrow()
  const waiting = await askEndorsement(coach.ctx, { badgeId, personId: colleague.personId })
  const answered = await askEndorsement(coach.ctx, { badgeId, personId: librarian.personId })
  const answer = { voice: organizationId, comment: 'Le compost est tenu toute l’année.', relation: 'Nous y allons ensemble.' }
  const { endorsementId } = await signEndorsement(librarian.ctx, { requestId: answered.requestId }, answer)
  return { endorsementRequestId: waiting.requestId, endorsementId }
}

async function makeDraft(ctx: Ctx, organizationId: string, name: string) {
  const content = { name: { fr: name }, description: { fr: 'Un badge.' }, criteria: { fr: 'Avoir essayé.' }, imageAlt: { fr: name } }
  const { achievementId } = await createAchievement(ctx, { organizationId, content, image: { design: FIRST_DESIGN, title: name } })
  const { draft } = await ctx.db.selectFrom('achievement').select('draft').where('id', '=', achievementId).executeTakeFirstOrThrow()
  return { achievementId, imageId: (draft as { imageId: string }).imageId }
}

/** What helps to get ready for a badge of the structure: members only. */
async function addResources(ctx: Ctx, organizationId: string, achievementId: string): Promise<Things> {
  const exercise = { kind: 'number' as const, statement: '36 km/h en m/s ?', answer: '10', unit: 'm/s', correction: '10 m/s' }
  const booklet = await addResource(ctx, {
    organizationId,
    achievementId,
    content: { kind: 'booklet', title: { fr: 'Livret' } },
    file: bookletOf(ctx, 'livret.pdf', Buffer.from('%PDF-1.7\n%%EOF')),
  })
  const practice = await addResource(ctx, { organizationId, achievementId, content: { kind: 'exercise', title: { fr: 'Exercice' }, exercise } })
  return { bookletId: booklet.resourceId, exerciseId: practice.resourceId }
}

async function listNeighbour(ctx: Ctx): Promise<Things> {
  const version = await ctx.db
    .selectFrom('achievement_version')
    .innerJoin('achievement', 'achievement.id', 'achievement_id')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select(['achievement_version.id', 'achievement_id'])
    .where('slug', '=', GENEVOIX)
    .where('achievement.archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  // What the network shares is for every structure; what is not stays with its own.
  const { id: sharedId } = await ctx.db
    .selectFrom('achievement')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select('achievement.id')
    .where('slug', '=', BEDEL)
    .where('shared_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { slug: GENEVOIX, ownVersionId: version.id, ownAchievementId: version.achievement_id, sharedId }
}

async function listSecrets(ctx: Ctx, organizationId: string) {
  const people = await ctx.db
    .selectFrom('person')
    .innerJoin('membership', 'person_id', 'person.id')
    .select(['person.id', 'family_name'])
    .where('organization_id', '=', organizationId)
    .execute()
  const addresses = await ctx.db
    .selectFrom('person_email')
    .innerJoin('membership', 'membership.person_id', 'person_email.person_id')
    .select(['person_email.person_id', 'address'])
    .where('organization_id', '=', organizationId)
    .execute()
  return [
    ...people.map(({ id, family_name }) => ({ text: family_name ?? '', personId: id })),
    ...addresses.map(({ address, person_id }) => ({ text: address, personId: person_id })),
    ...['Duplessis-Nerval', `musique@bedel.${MAIL}`].map((text) => ({ text, personId: '' })),
  ].filter(({ text }) => text !== '')
}

async function untilIdle(ctx: Ctx): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from job.job where state < 'completed' and start_after <= now()`.execute(ctx.db)
    if (rows[0]!.waiting === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('jobs still run after 30 s')
}

async function fingerprint(ctx: Ctx): Promise<Record<string, string>> {
  const tables = Object.keys(owners).filter((table) => !['rate_limit', 'commune', 'image'].includes(table))
  const hashes = tables.map(async (table) => {
    const row = table === 'session' ? sql`session.id::text` : sql`${sql.ref(table)}::text`
    const { rows } = await sql<{ hash: string }>`select md5(coalesce(string_agg(md5(${row}), '' order by md5(${row})), '')) as hash from ${sql.table(table)}`.execute(ctx.db)
    return [table, rows[0]!.hash] as const
  })
  return Object.fromEntries(await Promise.all(hashes))
}
