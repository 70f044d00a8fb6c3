import type { Ctx } from '#ctx'
import { createCv } from '#features/passports/index.ts'
import { cookCv } from './cv.table-data.ts'
import { known, type Network, personAt } from './network.ts'

const DAY = 86_400_000

/** The cook has told his badges in two languages. */
export async function writeCv(ctx: Ctx, network: Network): Promise<void> {
  const cook = known(network.personIds, 'chef@bedel.demo.boat.test')
  for (const [daysAgo, locale] of [
    [3, 'en'],
    [2, 'fr'],
  ] as const) {
    const { title, content } = cookCv[locale]
    await createCv(personAt(ctx, cook, new Date(ctx.now().getTime() - daysAgo * DAY)), { locale, title, from: content })
  }
}
