// Owns the answer to "is this badge genuine?", for any badge of any platform. Stores nothing that is submitted.
// Announces nothing.
// Standard: Open Badges 3.0 §9 Verification, 2.0 badge verification, Comprehensive Learner Record 2.0.
export { choosePicture } from './browser/picture.ts'
export { type Summary, summarizeCredential } from './browser/summarize-credential.ts'
export { drawThumbnail } from './draw-thumbnail.ts'
export { type Verification, type VerifiedDocument, verifyDocument, verifySubmission } from './verify-submission.ts'
