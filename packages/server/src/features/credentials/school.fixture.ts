// A structure with its staff, a class and two badges: what the tests of this slice start from.
import { type Actor, as, type Ctx } from '#ctx'
import { createPerson } from '#features/accounts/index.ts'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { addMember, createOrganization, type Role } from '#features/organizations/index.ts'
import { documentOf } from './document-of.ts'

const STAR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="48" fill="#0b5c66"/></svg>'

export async function makeSchool(ctx: Ctx, name = 'Collège Maurice Bedel') {
  const { organizationId, slug } = await createOrganization(ctx, { name, type: 'collège' })
  const badge = await makeBadge(ctx, organizationId, 'Éco-citoyen')
  return { organizationId, slug, ...badge }
}

type Level = { id: string; name: { fr: string; en?: string }; description: { fr: string } }

export const METALS: Level[] = [
  { id: 'bronze', name: { fr: 'Bronze' }, description: { fr: 'Agit quand on le lui propose.' } },
  { id: 'argent', name: { fr: 'Argent', en: 'Silver' }, description: { fr: 'Agit sans qu’on le demande.' } },
  { id: 'or', name: { fr: 'Or' }, description: { fr: 'Entraîne les autres.' } },
]

export async function makeBadge(ctx: Ctx, organizationId: string, name: string, levels: Level[] = []) {
  const { achievementId } = await createAchievement(ctx, {
    organizationId,
    content: {
      name: { fr: name, en: `${name} (en)` },
      description: { fr: 'Prend soin du lieu où l’on vit ensemble.' },
      criteria: { fr: 'Mener **une action** utile à tous.' },
      imageAlt: { fr: 'Un rond bleu' },
      levels,
    },
    image: { bytes: Buffer.from(STAR) },
  })
  const { versionId } = await publishVersion(ctx, achievementId)
  return { achievementId, versionId }
}

type PersonInput = { givenName: string; familyName?: string; birthDate?: string; email?: string; isVerified?: boolean }

export async function makePerson(ctx: Ctx, { email, isVerified = true, ...names }: PersonInput): Promise<string> {
  const { personId } = await createPerson(ctx, { ...names, ...(email && { email: { address: email, isVerified } }) })
  return personId
}

export const actorOf = (personId: string, isNetworkAdmin = false): Actor => ({ kind: 'person', personId, sessionId: personId, isNetworkAdmin })

/** The Ctx of a new member of staff with these roles. */
export async function staffCtx(ctx: Ctx, organizationId: string, roles: Role[] = ['issuer']): Promise<Ctx> {
  const personId = await makePerson(ctx, { givenName: 'Maya', familyName: 'Renaud' })
  await addMember(ctx, { organizationId, personId, roles })
  return as(ctx, actorOf(personId))
}

type Document = { credentialSubject: { id?: string; identifier?: unknown }; credentialStatus: { statusListIndex: string; statusListCredential: string } }

export const readDocument = async (ctx: Ctx, credentialId: string): Promise<Document> =>
  JSON.parse(await documentOf(ctx, await ctx.db.selectFrom('credential').select(['document', 'frame_id', 'frame_values']).where('id', '=', credentialId).executeTakeFirstOrThrow()))
