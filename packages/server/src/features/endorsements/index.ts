// Owns endorsements of received badges: who was asked, what they said and signed, whether its holder shows it.
// Announces: endorsement.requested, endorsement.signed, endorsement.withdrawn.
// Standard: Open Badges 3.0 EndorsementCredential, signed eddsa-rdfc-2022.
export { describeEndorsement } from './describe-endorsement.ts'
export { endorsementRequested, endorsementSigned, endorsementWithdrawn } from './endorsements.facts.ts'
export { listEndorsements } from './list-endorsements.ts'
export { presentBadgeEndorsements } from './present-endorsement.ts'
export { reassignEndorsements } from './reassign-endorsements.ts'
export { releaseEndorsements } from './release-endorsements.ts'
export { askEndorsement } from './requests/ask-endorsement.ts'
export { describeRequest } from './requests/describe-request.ts'
export { writeMail } from './requests/write-mail.ts'
export { showEndorsement } from './signing/show-endorsement.ts'
export { signEndorsement } from './signing/sign-endorsement.ts'
