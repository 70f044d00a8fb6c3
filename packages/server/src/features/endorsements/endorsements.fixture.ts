// Somebody who keeps badges, in a structure with colleagues; and a child with their school.
import type { Ctx } from '#ctx'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { issueCredentials, respondToCredential } from '#features/credentials/index.ts'
import { addMember } from '#features/organizations/index.ts'
import { makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import { type Holder, makeHolder } from '../passports/passports.fixture.ts'

const PICTURE = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#0b5c66"/></svg>')

export type Colleagues = { holder: Holder; badgeId: string; importedId: string; school: Awaited<ReturnType<typeof makeSchool>> }

/** The holder is a member of the school, as a grown-up. */
export async function makeColleagues(ctx: Ctx): Promise<Colleagues> {
  const school = await makeSchool(ctx)
  const holder = await makeHolder(ctx, { received: 1 })
  await addMember(ctx, { organizationId: school.organizationId, personId: holder.personId, roles: ['member'] })
  return { holder, badgeId: holder.credentialIds[0]!, importedId: holder.importedIds[0]!, school }
}

/** The pupil of a school, with a badge of it. */
export async function givePupilBadge(ctx: Ctx, { organizationId, pupil }: { organizationId: string; pupil: Somebody }): Promise<string> {
  const text = { fr: 'Aider les autres.' }
  const { achievementId } = await createAchievement(ctx, {
    organizationId,
    content: { name: { fr: 'Entraide' }, description: text, criteria: text, imageAlt: text },
    image: { bytes: PICTURE },
  })
  const { versionId } = await publishVersion(ctx, achievementId)
  const [issued] = await issueCredentials(ctx, { versionId, recipients: [{ personId: pupil.personId, name: 'Lina' }] })
  await respondToCredential(pupil.ctx, { credentialId: issued!.credentialId, response: 'accepted' })
  return issued!.credentialId
}

export const ANSWER = {
  voice: 'self',
  comment: 'Elle a mené la réunion du début à la fin, et chacun a pu parler.',
  relation: 'J’ai travaillé à ses côtés pendant deux ans.',
  name: 'Paul Durand',
  function: 'Chef de service, mairie de Poitiers',
} as const
