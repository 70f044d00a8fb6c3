import type { LoaderFunctionArgs } from 'react-router'
import { enterOrganization, getCohort } from '#features/organizations/index.ts'
import { listAccessCards } from '#features/passports/index.ts'
import { refuse } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { MAX_CARDS } from '../ceremonies.schema.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'view')
    const cohort = await getCohort(ctx, params.cohortId!)
    if (cohort.organizationId !== organization.id) throw refuse('not_found')
    const lines = await listAccessCards(ctx, { organizationId: organization.id, cohortId: cohort.id })
    const day = (date: Date | null) => (date ? formatDay(date, ctx.locale) : '')
    return {
      title: `${translate(ctx.locale)('ceremonies:access.title', { name: cohort.name })} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      cohort: { id: cohort.id, name: cohort.name },
      problem: new URL(request.url).searchParams.get('problem'),
      max: MAX_CARDS,
      counts: Object.fromEntries((['used', 'waiting', 'none', 'own'] as const).map((state) => [state, lines.filter((line) => line.state === state).length])),
      lines: lines.map(({ printedAt, firstUsedAt, ...line }) => ({ ...line, printed: printedAt?.getTime() ?? 0, printedOn: day(printedAt), usedOn: day(firstUsedAt) })),
    }
  })
