import { redirect } from 'react-router'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { readStandings } from '../../attempts/read-standings.ts'
import { listRemarks } from '../../attempts/remarks.ts'
import { readBadges } from '../../programmes/get-programme.ts'
import { type Args, inProgramme } from '../../programmes/pages/enter.ts'
import { readLesson } from '../read-lesson.ts'
import { receiveVerdict } from '../receive-verdict.ts'
import { presentBadges, presentLesson, presentRoster } from './present.ts'

const FILTERS = ['badge', 'cohort'] as const

export const loader = (args: Args) =>
  inProgramme(args, async ({ ctx, organization, can, programme, here }) => {
    const badges = await readBadges(ctx, programme.id)
    const [lesson, standings, remarks] = await Promise.all([
      readLesson(ctx, programme),
      readStandings(ctx, programme.id),
      listRemarks(ctx, { organizationId: organization.id, achievementIds: badges.map(({ achievementId }) => achievementId) }),
    ])
    const asked = new URL(args.request.url).searchParams
    const roster = presentRoster(standings)
    return {
      title: translate(ctx.locale)('lesson:title', { programme: programme.name }),
      organization,
      can,
      here,
      programme: { id: programme.id, name: programme.name, isArchived: programme.archived_at !== null },
      badges: presentBadges(ctx, badges, remarks),
      cohorts: [...new Set(roster.flatMap(({ cohorts }) => cohorts))].sort(new Intl.Collator('fr').compare),
      roster,
      lesson: presentLesson(ctx, lesson),
      asked: { badge: asked.get('badge') ?? '', cohort: asked.get('cohort') ?? '', q: asked.get('q') ?? '', person: asked.get('person') ?? '' },
    }
  })

export const action = (args: Args) =>
  inProgramme(args, async ({ ctx, programme, here }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      await receiveVerdict(ctx, programme, form)
      const asked = new URL(args.request.url).searchParams
      const next = new URLSearchParams({ done: form.get('verdict') === 'passed' ? 'passed' : 'to-rework' })
      for (const name of FILTERS) if (asked.get(name)) next.set(name, asked.get(name)!)
      return redirect(`${here}/lesson?${next}`)
    })
  })
