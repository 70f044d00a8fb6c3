// Owns nothing: an invented network, made through the verbs of the other slices, for those who come to look.
// Announces nothing.
// Standard: none.
export { seedDemonstration } from './seed-demonstration.ts'
