// Owns claims, how a received badge comes home by a mailed link or a paper card; badges brought from elsewhere; and access cards, with which pupils without an address sign in.
// Announces: import.changed; listens to email.verified.
// Standard: none; what a person keeps is an Open Badges 3.0 credential.

export { enterWithAccessCard, joinWithAccessCard } from './access-cards/enter-with-access-card.ts'
export { findAccessCard } from './access-cards/find-access-card.ts'
export { giveAccessCards } from './access-cards/give-access-cards.ts'
export { listAccessCards } from './access-cards/list-access-cards.ts'
export { adoptCard } from './adopt-card.ts'
export { hashClaimCode, readClaimCode } from './claim-code.ts'
export { claimCredential } from './claim-credential.ts'
export { createClaim } from './create-claim.ts'
export { createCv } from './cv/create-cv.ts'
export type { CvContentInput } from './cv/cv.schema.ts'
export { findClaim } from './find-claim.ts'
export { importBadge } from './imports/import-badge.ts'
export { joinWithClaim } from './join-with-claim.ts'
export { importChanged } from './passports.facts.ts'
export { reassignClaims } from './reassign-claims.ts'
export { openShare } from './shares/open-share.ts'
export { signInWithCard } from './sign-in-with-card.ts'
export { suggestPassword } from './suggest-password.ts'
