import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { inLanguage, listResources } from '#features/achievements/index.ts'
import { refuse } from '#kit/errors.ts'
import { inParis } from '#kit/paris-time.ts'
import { formAction } from '#web/page.ts'
import { currentPeriod, type Period, progressOf } from '../../browser/progress.ts'
import { yearAfter } from '../../browser/school-years.ts'
import { archiveProgramme } from '../archive-programme.ts'
import { copyProgramme } from '../copy-programme.ts'
import type { Programme } from '../enter-programme.ts'
import { addException, endException, listExceptions } from '../exceptions.ts'
import { type ProgrammeBadge, readBadges, readCohorts, readParticipants, readPeriods, readTeachers } from '../get-programme.ts'
import { readSharing, shareProgramme } from '../share-programme.ts'
import { inProgramme } from './enter.ts'
import { sayDay } from './present.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inProgramme(args, async ({ ctx, organization, can, home, here, programme }) => {
    const [badges, periods, cohorts, teachers, people] = await Promise.all([
      readBadges(ctx, programme.id),
      readPeriods(ctx, programme.id),
      readCohorts(ctx, programme.id),
      readTeachers(ctx, programme.id),
      readParticipants(ctx, programme.id),
    ])
    return {
      title: `${programme.name} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      home,
      here,
      programme: { name: programme.name, description: programme.description, schoolYear: programme.school_year, isArchived: programme.archived_at !== null },
      nextYear: yearAfter(programme.school_year),
      badges: await presentBadges(ctx, badges),
      periods: presentPeriods(ctx, periods),
      asked: periods.reduce((sum, { required }) => sum + required, 0),
      cohorts: cohorts.map(({ cohortId, name }) => ({ cohortId, name })),
      teachers: teachers.map(({ name }) => name),
      people: people.map(({ personId, name, cohorts: own }) => ({ personId, name: `${name} (${own.join(', ')})` })),
      exceptions: (await listExceptions(ctx, programme.id)).map(({ givenName, familyName, endsOn, ...exception }) => ({
        ...exception,
        name: `${givenName} ${familyName}`.trim(),
        period: periods.find(({ periodId }) => periodId === exception.periodId)!.name,
        until: endsOn && sayDay(endsOn, ctx.locale),
      })),
      sharing: await presentSharing(ctx, programme),
    }
  })

async function presentBadges(ctx: Ctx, badges: readonly ProgrammeBadge[]) {
  const nameOf = (id: string) => inLanguage(badges.find(({ achievementId }) => achievementId === id)!.content.name, ctx.locale)
  const resources = await Promise.all(badges.map(({ achievementId }) => listResources(ctx, achievementId)))
  return badges.map(({ achievementId, imageId, requiredIds }, place) => ({
    achievementId,
    imageId,
    name: nameOf(achievementId),
    first: requiredIds.map(nameOf),
    resourceCount: resources[place]!.length,
  }))
}

function presentPeriods(ctx: Ctx, periods: readonly Period[]) {
  const progress = progressOf(periods, [], [], inParis(ctx.now()).day)
  const current = currentPeriod(progress)?.periodId
  return progress.map(({ periodId, name, startsOn, endsOn, required, state }) => ({
    periodId,
    name,
    required,
    isNow: state === 'now' && periodId === current,
    from: sayDay(startsOn, ctx.locale),
    to: sayDay(endsOn, ctx.locale, { withYear: true }),
  }))
}

async function presentSharing(ctx: Ctx, { id, shared_at }: Programme) {
  const { unshared, mayShareBadges } = await readSharing(ctx, id)
  return { isShared: shared_at !== null, unshared: unshared.map(({ name }) => inLanguage(name, ctx.locale)), mayShareBadges }
}

export const action = (args: ActionFunctionArgs) =>
  inProgramme(args, async ({ ctx, home, here, programme }) => {
    const form = await args.request.formData()
    return formAction(form, async () => redirect(await change(ctx, { form, programmeId: programme.id, home, here })))
  })

/** Runs one button of the page, and says where to go. */
async function change(ctx: Ctx, { form, programmeId, home, here }: { form: FormData; programmeId: string; home: string; here: string }): Promise<string> {
  const text = (name: string) => String(form.get(name) ?? '')
  switch (text('intent')) {
    case 'except':
      await addException(ctx, { periodId: text('periodId'), personId: text('personId'), required: text('required'), endsOn: text('endsOn'), reason: text('reason') })
      return `${here}?done=excepted#exceptions`
    case 'end-exception':
      await endException(ctx, { periodId: text('periodId'), personId: text('personId') })
      return `${here}?done=exception_ended#exceptions`
    case 'share':
      await shareProgramme(ctx, { programmeId, isShared: true, withBadges: form.has('withBadges') })
      return `${here}?done=shared`
    case 'unshare':
      await shareProgramme(ctx, { programmeId, isShared: false })
      return `${here}?done=unshared`
    case 'copy':
      return `${home}/${(await copyProgramme(ctx, { programmeId })).programmeId}/edit?done=copied`
    case 'archive':
      await archiveProgramme(ctx, { programmeId, isArchived: true })
      return `${home}?done=archived`
    case 'reopen':
      await archiveProgramme(ctx, { programmeId, isArchived: false })
      return `${here}?done=reopened`
    default:
      throw refuse('invalid_input')
  }
}
