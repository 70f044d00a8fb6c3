// Owns guardians of pupils: paper slips, the consent they give and take back, and the day on which a pupil takes over.
// Announces guardian.consent-changed; listens to account.closed.
// Standard: none; joint consent below fifteen, GDPR article 8 and its French law.
export { decideForChild } from './consent/decide-for-child.ts'
export { endGuardianship } from './consent/end-guardianship.ts'
export { enterChild } from './consent/enter-child.ts'
export { hasChildren, listChildren } from './consent/list-children.ts'
export { recordPaper, withdrawForFamily } from './consent/record-for-family.ts'
export { consentChanged } from './guardians.facts.ts'
export { reassignSlips } from './reassign-slips.ts'
export { cancelSlip } from './slips/cancel-slip.ts'
export { findSlip } from './slips/find-slip.ts'
export { addChild, addChildWithFormerSlip, joinAsGuardian, signInWithSlip } from './slips/join-as-guardian.ts'
export { makeSlips, renewSlip } from './slips/make-slips.ts'
export { getMyFamily } from './takeover/get-my-family.ts'
export { letGuardianSee, takeOver } from './takeover/take-over.ts'
