// A structure where somebody works, and a colleague who works with its people.
import { type Actor, as, asSystem, type Ctx } from '#ctx'
import { createPerson } from '#features/accounts/index.ts'
import { addMember, createOrganization, getOrganization, type Role } from '#features/organizations/index.ts'

export const personOf = (personId: string, isNetworkAdmin = false): Actor => ({ kind: 'person', personId, sessionId: personId, isNetworkAdmin })

type Made = { personId: string; actor: Actor; ctx: Ctx }

export async function makePerson(
  ctx: Ctx,
  { givenName = 'Hélène', isNetworkAdmin = false, birthDate }: { givenName?: string; isNetworkAdmin?: boolean; birthDate?: string } = {},
): Promise<Made> {
  const { personId } = await createPerson(ctx, {
    givenName,
    familyName: 'Castaing',
    ...(birthDate && { birthDate }),
    email: { address: `${ctx.newId()}@example.org`, isVerified: true },
  })
  const actor = personOf(personId, isNetworkAdmin)
  return { personId, actor, ctx: as(ctx, actor) }
}

type Member = { personId: string; roles?: Role[]; isPupil?: boolean }

export async function makeStructure(ctx: Ctx, members: Member[], name = 'Rectorat') {
  const system = asSystem(ctx)
  const { organizationId } = await createOrganization(system, { name: `${name} ${ctx.newId().slice(0, 6)}`, type: 'authority' })
  for (const { personId, roles = ['member'] as Role[], isPupil = false } of members) await addMember(system, { organizationId, personId, roles, isPupil })
  return { organizationId, slug: (await getOrganization(system, { id: organizationId })).slug }
}

/** In all that a page was given, as text. */
export const saysAnywhere = (data: unknown, word: string): boolean => JSON.stringify(data).includes(word)
