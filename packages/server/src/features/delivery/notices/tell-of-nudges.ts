import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { tell } from './tell.ts'

/** To a pupil: there is time left, and a badge to choose. It says nothing of what was not done. */
export async function tellOfNudge(ctx: Ctx, { periodId, personId, nudgedAt }: { periodId: string; personId: string; nudgedAt: string }): Promise<void> {
  const period = await ctx.db
    .selectFrom('programme_period')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .leftJoin('programme_exception', (join) => join.onRef('period_id', '=', 'programme_period.id').on('programme_exception.person_id', '=', personId))
    .select(['programme.name', sql<string>`coalesce(programme_exception.ends_on, programme_period.ends_on)::text`.as('ends_on')])
    .where('programme_period.id', '=', periodId)
    .executeTakeFirst()
  if (!period) return
  await tell(ctx, {
    personIds: [personId],
    kind: 'practice-nudged',
    words: { programme: period.name, left: leftIn(period.ends_on, nudgedAt), until: dayOf(period.ends_on) },
    path: '/me/practice',
    key: `practice-nudged:${periodId}:${nudgedAt}`,
  })
}

const WEEKS = { fr: ['une semaine', 'deux semaines', 'trois semaines'], en: ['one week', 'two weeks', 'three weeks'] }

/** « trois semaines », as on the day when it was said. */
function leftIn(endsOn: string, nudgedAt: string): { fr: string; en: string } {
  const days = Math.max(1, Math.ceil((Date.parse(`${endsOn}T23:59:59Z`) - Date.parse(nudgedAt)) / 86_400_000))
  if (days < 7) return { fr: `${days} jour${days > 1 ? 's' : ''}`, en: `${days} day${days > 1 ? 's' : ''}` }
  const weeks = Math.min(3, Math.round(days / 7)) - 1
  return { fr: WEEKS.fr[weeks]!, en: WEEKS.en[weeks]! }
}

function dayOf(day: string): { fr: string; en: string } {
  const say = (locale: string) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day))
  return { fr: say('fr-FR'), en: say('en-GB') }
}
