// Owns jury séances: who sits, which dossiers are on the table, votes, recusals, decisions and the signed minutes.
// Announces: jury.opened (to each member), jury.closed; listens to account.closed.
// Standard: JSON Web Signature (RFC 7515) for the minutes; what a jury grants becomes an Open Badges 3.0 credential, by nominations.
export { juryClosed, juryOpened } from './juries.facts.ts'
export { castVote } from './meeting/cast-vote.ts'
export { decideDossier } from './meeting/decide-dossier.ts'
export { markPresence, openJury, startSession } from './meeting/run-meeting.ts'
export { closeJury } from './minutes/close-jury.ts'
export { createJury } from './prepare/create-jury.ts'
export { layDossiers } from './prepare/lay-dossiers.ts'
export { reassignMembers } from './prepare/reassign-members.ts'
export { choosePresident, seatGuest, seatMember } from './prepare/seat-members.ts'
