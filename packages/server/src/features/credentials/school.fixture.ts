// A structure with its staff, a class and two badges: what the tests of this slice start from.
import { type Actor, as, type Ctx } from '#ctx'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { createOrganization } from '#features/organizations/index.ts'

const STAR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="48" fill="#0b5c66"/></svg>'

export async function makeSchool(ctx: Ctx, name = 'Collège Maurice Bedel') {
  const { organizationId, slug } = await createOrganization(ctx, { name, type: 'collège' })
  const badge = await makeBadge(ctx, organizationId, 'Éco-citoyen')
  return { organizationId, slug, ...badge }
}

export async function makeBadge(ctx: Ctx, organizationId: string, name: string) {
  const { achievementId } = await createAchievement(ctx, {
    organizationId,
    content: {
      name: { fr: name, en: `${name} (en)` },
      description: { fr: 'Prend soin du lieu où l’on vit ensemble.' },
      criteria: { fr: 'Mener **une action** utile à tous.' },
      imageAlt: { fr: 'Un rond bleu' },
    },
    image: { bytes: Buffer.from(STAR) },
  })
  const { versionId } = await publishVersion(ctx, achievementId)
  return { achievementId, versionId }
}

type PersonInput = { givenName: string; familyName?: string; birthDate?: string; email?: string; isVerified?: boolean }

/** Written straight to the tables: how people come to be is another slice's story. */
export async function makePerson(ctx: Ctx, { givenName, familyName = '', birthDate, email, isVerified = true }: PersonInput): Promise<string> {
  const id = ctx.newId()
  const created_at = ctx.now()
  await ctx.db
    .insertInto('person')
    .values({ id, given_name: givenName, family_name: familyName, birth_date: birthDate ?? null, created_at })
    .execute()
  if (email)
    await ctx.db
      .insertInto('person_email')
      .values({ id: ctx.newId(), person_id: id, address: email, is_primary: true, verified_at: isVerified ? created_at : null, created_at })
      .execute()
  return id
}

type MemberInput = { organizationId: string; personId: string; roles?: string[]; isPupil?: boolean }

export async function makeMember(ctx: Ctx, { organizationId, personId, roles = ['member'], isPupil = false }: MemberInput): Promise<void> {
  await ctx.db.insertInto('membership').values({ organization_id: organizationId, person_id: personId, roles, is_pupil: isPupil, created_at: ctx.now() }).execute()
}

export const actorOf = (personId: string, isNetworkAdmin = false): Actor => ({ kind: 'person', personId, sessionId: personId, isNetworkAdmin })

/** The Ctx of a new member of staff with these roles. */
export async function staffCtx(ctx: Ctx, organizationId: string, roles: string[] = ['issuer']): Promise<Ctx> {
  const personId = await makePerson(ctx, { givenName: 'Maya', familyName: 'Renaud' })
  await makeMember(ctx, { organizationId, personId, roles })
  return as(ctx, actorOf(personId))
}
