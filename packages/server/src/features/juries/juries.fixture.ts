// A school whose jury sits: somebody in each place, and dossiers to judge.
import type { Ctx } from '#ctx'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { moderateVoice, nominate, respondToNomination } from '#features/nominations/index.ts'
import { addCohortMember, addMember, createCohort } from '#features/organizations/index.ts'
import { makePerson, makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import { openJury, startSession } from './meeting/run-meeting.ts'
import { createJury } from './prepare/create-jury.ts'
import { layDossiers } from './prepare/lay-dossiers.ts'
import { choosePresident, seatGuest, seatMember } from './prepare/seat-members.ts'
import { readTable, type TableDossier } from './read/read-table.ts'
import { type At, takeSeat } from './take-seat.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'
const VOICE = { deed: 'A gardé une assiette pour ceux qui arrivent en retard.', occasion: 'toute l’année' }

export type Table = Awaited<ReturnType<typeof laySomeTable>>

export async function makeJurySchool(ctx: Ctx) {
  const school = await makeSchool(ctx)
  const { organizationId } = school
  const content = { name: { fr: 'Solidaire' }, description: { fr: 'Aide les autres.' }, criteria: { fr: 'Aider.' }, imageAlt: { fr: 'Un rond bleu' } }
  const { achievementId } = await createAchievement(ctx, { organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  await publishVersion(ctx, achievementId)
  const { cohortId } = await createCohort(ctx, { organizationId, name: '4e B', kind: 'class', schoolYear: '2026-2027' })
  const makePupil = async (givenName: string): Promise<Somebody> => {
    const pupil = await makePerson(ctx, givenName)
    await ctx.db.updateTable('person').set({ birth_date: '2014-03-02', family_name: 'Secret' }).where('id', '=', pupil.personId).execute()
    await addMember(ctx, { organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
    await addCohortMember(ctx, { cohortId, personId: pupil.personId })
    return pupil
  }
  const propose = async (author: Somebody, nominee: Somebody | { name: string; function: string }) => {
    const who = 'personId' in nominee ? { personId: nominee.personId } : nominee
    const { nominationId, voiceId, isWaiting } = await nominate(author.ctx, { organizationId, achievementId, ...VOICE, ...who })
    if (isWaiting) await moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })
    return nominationId
  }
  return { ...school, achievementId, makePupil, propose }
}
export type JurySchool = Awaited<ReturnType<typeof makeJurySchool>>

export const JURY = { title: 'Jury de décembre', date: '2026-12-03', time: '17:30', place: 'Salle des actes', quorum: 2 }

/** The admin presides, the cook of the school, the designer and a parent sit; the dossiers are a pupil, an adult who accepted, and somebody without an account. */
export async function laySomeTable(ctx: Ctx, school: JurySchool, changes: Partial<typeof JURY & { isEmbargoed: boolean }> = {}) {
  const { organizationId, admin, designer, member, issuer } = school
  const pupil = await school.makePupil('Zoé')
  const adult = await makePerson(ctx, 'Thierry')
  await addMember(ctx, { organizationId, personId: adult.personId, roles: ['member'], title: 'Chef cuisinier' })
  const nominations = {
    pupil: await school.propose(school.owner, pupil),
    adult: await school.propose(school.owner, adult),
    driver: await school.propose(school.owner, { name: `Marcel ${ctx.newId()}`, function: 'Conducteur' }),
  }
  await respondToNomination(adult.ctx, { nominationId: nominations.adult, response: 'accepted' })
  const { juryId } = await createJury(issuer.ctx, { organizationId, ...JURY, ...changes })
  const seated = { admin: await seatMember(issuer.ctx, { juryId, personId: admin.personId }) }
  await choosePresident(issuer.ctx, { juryId, memberId: seated.admin.memberId })
  const members = {
    admin: seated.admin.memberId,
    designer: (await seatMember(issuer.ctx, { juryId, personId: designer.personId })).memberId,
    member: (await seatMember(issuer.ctx, { juryId, personId: member.personId })).memberId,
  }
  const guest = await seatGuest(issuer.ctx, { juryId, name: 'Nadia Parent', function: 'Parent d’élève', address: 'nadia@parents.example' })
  await layDossiers(issuer.ctx, { juryId, nominationIds: Object.values(nominations) })
  const see = async (who: Ctx, at: At = { juryId }, isScreen = false) => readTable(who, await takeSeat(who, at), { isScreen })
  const dossierOf = async (nominationId: string, who: Ctx = issuer.ctx, at: At = { juryId }): Promise<TableDossier> =>
    (await see(who, at)).dossiers.find((dossier) => dossier.nominationId === nominationId)!
  const dossiers = {
    pupil: (await dossierOf(nominations.pupil)).dossierId,
    adult: (await dossierOf(nominations.adult)).dossierId,
    driver: (await dossierOf(nominations.driver)).dossierId,
  }
  return { juryId, pupil, adult, nominations, members, guest: { ...guest, at: { token: guest.token } as At }, see, dossierOf, dossiers }
}

export async function meet(school: JurySchool, juryId: string): Promise<void> {
  await openJury(school.issuer.ctx, juryId)
  await startSession(school.admin.ctx, juryId)
}
