// A school with one person in each role, and another school next door.
import { type Actor, as, type Ctx } from '../../src/ctx.ts'
import { createPerson } from '../../src/features/accounts/index.ts'
import { addMember, createOrganization, type Role } from '../../src/features/organizations/index.ts'

export type Somebody = { personId: string; actor: Actor; ctx: Ctx }

export async function makePerson(ctx: Ctx, givenName: string, options: { address?: string; isNetworkAdmin?: boolean } = {}): Promise<Somebody> {
  const { personId } = await createPerson(ctx, { givenName, familyName: 'Essai', ...(options.address && { email: { address: options.address, isVerified: true } }) })
  const actor: Actor = { kind: 'person', personId, sessionId: ctx.newId(), isNetworkAdmin: options.isNetworkAdmin ?? false }
  return { personId, actor, ctx: as(ctx, actor) }
}

const ROLES: Role[] = ['owner', 'admin', 'designer', 'issuer', 'member']

export async function makeSchool(ctx: Ctx, name = 'Collège Maurice Bedel') {
  const { organizationId, slug } = await createOrganization(ctx, { name, type: 'collège' })
  const staff = {} as Record<Role, Somebody>
  for (const role of ROLES) {
    staff[role] = await makePerson(ctx, `${role} ${slug}`, { address: `${role}@${slug}.example` })
    await addMember(ctx, { organizationId, personId: staff[role].personId, roles: [role] })
  }
  const pupil = await makePerson(ctx, 'Lina')
  await addMember(ctx, { organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
  return { organizationId, slug, ...staff, pupil }
}
