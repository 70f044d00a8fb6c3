// Owns endorsements of received badges: who was asked, what they said and signed, whether its holder shows it.
// Announces: endorsement.requested, endorsement.signed, endorsement.withdrawn.
// Standard: Open Badges 3.0 EndorsementCredential, signed eddsa-rdfc-2022.
export { type Endorsement, endorsementUrl, listEndorsements } from './list-endorsements.ts'
