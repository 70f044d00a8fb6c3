import type { Ctx } from '#ctx'
import { createClaim } from '#features/passports/index.ts'
import { judgeAttempt, readPeriods, writeSentences } from '#features/practice/index.ts'
import { inCm2, sentences } from './booklets.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { physics } from './programmes.table-data.ts'
import { schoolDay } from './school-day.ts'

/** Some pupils have written into their booklets; one in CM2 will take theirs along. */
export async function writeBooklets(ctx: Ctx, network: Network): Promise<void> {
  const programmeId = await idOf(ctx, physics.name)
  const { periodId } = (await readPeriods(ctx, programmeId)).findLast(({ startsOn }) => new Date(startsOn) <= ctx.now())!
  for (const { of, badge, text } of sentences) {
    const personId = typeof of === 'string' ? known(network.personIds, of) : known(network.pupilIds, '2de 4')[of]!
    const about = badge ? { badges: { [known(network.badges, badge).achievementId]: text } } : { periods: { [periodId]: text } }
    await writeSentences(personAt(ctx, personId, schoolDay(ctx.now(), 3)), { programmeId, ...about })
  }
  await writeInCm2(ctx, network)
}

async function writeInCm2(ctx: Ctx, network: Network): Promise<void> {
  const which = { programmeId: await idOf(ctx, inCm2.programme), achievementId: known(network.badges, inCm2.badge).achievementId }
  const teacher = (daysAgo: number) => personAt(ctx, known(network.personIds, inCm2.by), schoolDay(ctx.now(), daysAgo))
  for (const { place, text, ...seed } of inCm2.pupils) {
    const personId = known(network.pupilIds, 'CM2')[place]!
    if ('tried' in seed) await judgeAttempt(teacher(seed.tried.daysAgo), { ...which, personId, verdict: 'to-rework', advice: seed.tried.advice })
    else {
      const { credentialId } = await judgeAttempt(teacher(seed.passedDaysAgo), { ...which, personId, verdict: 'passed' })
      await createClaim(teacher(seed.passedDaysAgo), { credentialId: credentialId!, channel: 'card' })
    }
    await writeSentences(personAt(ctx, personId, schoolDay(ctx.now(), 15)), { programmeId: which.programmeId, badges: { [which.achievementId]: text } })
  }
}

const idOf = async (ctx: Ctx, name: string): Promise<string> => (await ctx.db.selectFrom('programme').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
