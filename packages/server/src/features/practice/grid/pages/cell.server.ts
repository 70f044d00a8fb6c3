import { redirect } from 'react-router'
import { sayWhen } from '#kit/paris-time.ts'
import { formAction } from '#web/page.ts'
import { type GridBadge, letterOf, readFilter, searchOf } from '../../browser/cells.ts'
import { receiveVerdict } from '../../lesson/receive-verdict.ts'
import { type Args, inProgramme } from '../../programmes/pages/enter.ts'
import { type Moment, readCell } from '../read-cell.ts'
import { readGridBadges } from '../read-grid.ts'

export const loader = (args: Args) =>
  inProgramme(args, async ({ ctx, organization, can, programme, here }) => {
    const which = { programmeId: programme.id, personId: args.params.personId!, achievementId: args.params.achievementId! }
    const [{ person, cell, place, history }, badges] = await Promise.all([readCell(ctx, which), readGridBadges(ctx, programme)])
    const badge = badges[place]!
    const name = `${person.givenName} ${person.familyName}`
    // A form that is sent twice says one thing.
    const hidden = () => ({ attemptId: cell.attemptId ?? '', key: ctx.newId() })
    return {
      title: `${name} · ${badge.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      back: `${here}/grid${searchOf(readFilter(new URL(args.request.url).searchParams))}`,
      programme: { name: programme.name, isArchived: programme.archived_at !== null },
      name,
      cohorts: person.cohorts,
      badge,
      letter: letterOf(
        cell.state,
        badge.levels.findIndex(({ id }) => id === cell.levelId),
      ),
      heldLevel: cell.levelId ?? undefined,
      hidden: { passed: hidden(), 'to-rework': hidden() },
      history: history.map((moment) => present(moment, badge, (date) => sayWhen(date, ctx.locale))),
    }
  })

function present({ readyAt, judgedAt, levelId, ...moment }: Moment, { levels }: GridBadge, say: (date: Date) => string) {
  return { ...moment, ready: readyAt && say(readyAt), judged: judgedAt && say(judgedAt), level: levels.find(({ id }) => id === levelId)?.name ?? null }
}

export const action = (args: Args) =>
  inProgramme(args, async ({ ctx, programme, here }) => {
    const form = await args.request.formData()
    form.set('personId', args.params.personId!)
    form.set('achievementId', args.params.achievementId!)
    return formAction(form, async () => {
      await receiveVerdict(ctx, programme, form)
      const done = form.get('verdict') === 'passed' ? 'passed' : 'to-rework'
      return redirect(`${here}/grid${searchOf(readFilter(new URL(args.request.url).searchParams), { done })}`)
    })
  })
