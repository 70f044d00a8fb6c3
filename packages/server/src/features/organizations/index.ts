// Owns structures, their members and roles, invitations, cohorts, roster imports and the official list of communes.
// Announces: organization.created, invitation.sent.
// Standard: an organization is the Profile (Open Badges 3.0 §B.1.16) that issuers publishes.

export { type Act, recordAct } from './audit/record-act.ts'
export { verifyAllAudits } from './audit/verify-audit.ts'
export { addCohortMember } from './cohorts/cohort-members.ts'
export { archiveCohort, createCohort } from './cohorts/create-cohort.ts'
export { getCohort, listCohortMembers, listCohorts } from './cohorts/list-cohorts.ts'
export { schoolYearOf } from './cohorts/school-year.ts'
export { loadCommunes } from './communes/load-communes.ts'
export { searchCommunes } from './communes/search-communes.ts'
export { createOrganization } from './create-organization.ts'
export { enterOrganization, getOrganization } from './get-organization.ts'
export { listMyOrganizations } from './list-my-organizations.ts'
export { type Action, demand, may } from './may.ts'
export type { OrganizationType, Role } from './organization.schema.ts'
export { invitationSent, organizationCreated } from './organizations.facts.ts'
export { addMember } from './people/add-member.ts'
export { removeMember } from './people/change-member.ts'
export { inviteMember } from './people/invite-member.ts'
export { mergeMember, moveMember } from './people/move-member.ts'
export { parseRecipients } from './roster/index.ts'
export { archiveOrganization, updateOrganization } from './update-organization.ts'
