// Owns nothing: counts which badges, which classes and who is never proposed, for those who run a structure. Small cells are hidden.
// Announces nothing.
// Standard: none.
export { readFairness } from './read-fairness.ts'
