// A school where people are proposed: a cook with an address, a badge, and a platform around them.
import type { Ctx } from '../../src/ctx.ts'
import { createAchievement, publishVersion } from '../../src/features/achievements/index.ts'
import { nominate } from '../../src/features/nominations/index.ts'
import { addMember } from '../../src/features/organizations/index.ts'
import { makeApp, type TestApp } from './make-app.ts'
import { makePerson, makeSchool, type Somebody } from './make-school.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'
export const WORDS = { deed: 'A gardé une assiette pour ceux qui arrivent en retard.', occasion: 'toute l’année' }
export const COOK_ADDRESS = 'chef@bedel.example'

export async function makeKitchen() {
  const platform = await makeApp()
  const { ctx } = platform
  const school = await makeSchool(ctx)
  const { organizationId } = school
  const cook = await makePerson(ctx, 'Thierry', { address: COOK_ADDRESS })
  await addMember(ctx, { organizationId, personId: cook.personId, roles: ['member'], title: 'Chef cuisinier' })
  const makePupil = async (givenName: string, birthDate: string | null = '2014-03-02'): Promise<Somebody> => {
    const pupil = await makePerson(ctx, givenName)
    await ctx.db.updateTable('person').set({ birth_date: birthDate, family_name: 'Secret' }).where('id', '=', pupil.personId).execute()
    await addMember(ctx, { organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
    return pupil
  }
  return { platform, ctx, school, organizationId, cook, makePupil, makeBadge: (name: string) => makeBadge(ctx, organizationId, name), clear: () => clear(platform) }
}
export type Kitchen = Awaited<ReturnType<typeof makeKitchen>>

async function makeBadge(ctx: Ctx, organizationId: string, name: string): Promise<string> {
  const content = { name: { fr: name }, description: { fr: 'Aide les autres.' }, criteria: { fr: 'Aider.' }, imageAlt: { fr: 'Un rond bleu' } }
  const { achievementId } = await createAchievement(ctx, { organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  await publishVersion(ctx, achievementId)
  return achievementId
}

/** As on another day: nothing spent, nothing to tell. */
async function clear(platform: TestApp): Promise<void> {
  await platform.ctx.db.deleteFrom('rate_limit').execute()
  await platform.runJobs()
  platform.mails.length = 0
}

/** The cook is proposed for a new badge by `author`. */
export async function proposeCook({ organizationId, cook, makeBadge }: Kitchen, author: Somebody) {
  const achievementId = await makeBadge(`Solidaire ${crypto.randomUUID().slice(0, 6)}`)
  return { achievementId, ...(await nominate(author.ctx, { organizationId, achievementId, personId: cook.personId, ...WORDS })) }
}
