// Owns propositions of people for badges: dossiers, the voices in them with their photos, what nominees add, and what was decided.
// Announces: nomination.shown, nomination.answered (to be completed, or not retained), nomination.voice-waiting, nomination.voice-read; listens to account.closed.
// Standard: none; a dossier that is granted becomes an Open Badges 3.0 credential, by credentials.
export { addFact } from './add-fact.ts'
export { keepUpload } from './attachments/keep-upload.ts'
export { decideNomination } from './decide-nomination.ts'
export { findNominee, findNominees } from './find-nominees.ts'
export { grantAgreed } from './grant-agreed.ts'
export { listAboutMe } from './list-mine.ts'
export { moderateVoice } from './moderate-voice.ts'
export { nominate } from './nominate.ts'
export { latestVersion, voiceCount } from './nomination-sql.ts'
export { nominationAnswered, nominationShown, voiceRead, voiceWaiting } from './nominations.facts.ts'
export { presentPerson } from './present-person.ts'
export { type Dossier, type Reader, readDossiers } from './read-dossiers.ts'
export { type Known, readPeople, type Seen, toOthers, toStaff } from './read-people.ts'
export { reassignNominations } from './reassign-nominations.ts'
export { respondToNomination } from './respond-to-nomination.ts'
