// Owns how a structure starts: its steering group, the badges it begins with, the calendar of its first year, texts for families.
// Announces nothing; listens to account.closed.
// Standard: none.
export { nameSteeringMember } from './group/name-steering-member.ts'
