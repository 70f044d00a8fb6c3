// Owns claims: how a received badge comes home, by a mailed link or by a paper card.
// Announces nothing; listens to email.verified.
// Standard: none; what a person keeps is an Open Badges 3.0 credential.
export { adoptCard } from './adopt-card.ts'
export { hashClaimCode, readClaimCode } from './claim-code.ts'
export { claimCredential } from './claim-credential.ts'
export { createClaim } from './create-claim.ts'
export { findClaim } from './find-claim.ts'
export { joinWithClaim } from './join-with-claim.ts'
export { reassignClaims } from './reassign-claims.ts'
export { signInWithCard } from './sign-in-with-card.ts'
