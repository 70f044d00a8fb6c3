import type { LoaderFunctionArgs } from 'react-router'
import { currentPeriod } from '../../browser/progress.ts'
import { inProgramme } from '../../programmes/pages/enter.ts'
import { MAX_BOOKLETS } from '../booklets.schema.ts'
import { listClassBooklets } from '../class-booklets.ts'
import { presentPeriod, sayIn } from '../present-booklet.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inProgramme(args, async ({ ctx, organization, can, programme, here }) => {
    const search = new URL(args.request.url).searchParams
    const say = sayIn(ctx)
    const everybody = await listClassBooklets(ctx, programme.id)
    const cohorts = [...new Set(everybody.flatMap((booklet) => booklet.cohorts))].sort(new Intl.Collator('fr').compare)
    const cohort = cohorts.find((name) => name === search.get('cohort'))
    const booklets = cohort ? everybody.filter((booklet) => booklet.cohorts.includes(cohort)) : everybody
    return {
      title: `${say('class.title')} · ${programme.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      here,
      programme: programme.name,
      problem: search.get('problem'),
      max: MAX_BOOKLETS,
      cohorts,
      cohort: cohort ?? null,
      areTicked: search.get('tick') !== 'none' && booklets.length <= MAX_BOOKLETS,
      people: booklets.map(({ personId, givenName, familyName, cohorts, periods, badges }) => {
        const period = currentPeriod(periods)
        return {
          personId,
          name: `${familyName} ${givenName}`.trim(),
          className: cohorts.join(', '),
          standing: period ? `${period.name} : ${presentPeriod(ctx, { ...period, sentence: '' }, say).standing}` : '',
          hasSaid: [...periods, ...badges].some(({ sentence }) => sentence !== ''),
        }
      }),
    }
  })
