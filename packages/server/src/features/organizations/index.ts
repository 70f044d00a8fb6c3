// Owns structures, their members and roles, invitations, cohorts, roster import and the official list of communes.
// Announces: invitation.sent.
// Standard: an organization is the Profile (Open Badges 3.0 §B.1.16) that issuers publishes.

export { listMyOrganizations } from './list-my-organizations.ts'
export { type Action, demand, may, type Role } from './may.ts'
