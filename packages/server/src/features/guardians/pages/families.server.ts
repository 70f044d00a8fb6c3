import type { LoaderFunctionArgs } from 'react-router'
import { enterOrganization } from '#features/organizations/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { SCOPES } from '../guardians.schema.ts'
import { listFamilies } from '../school/list-families.ts'
import { presentStanding } from './present-child.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'issue')
    const { cohort, families } = await listFamilies(ctx, { organizationId: organization.id, cohortId: params.cohortId! })
    return {
      title: `${translate(ctx.locale)('guardians:families.title')} · ${cohort.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      cohort,
      problem: new URL(request.url).searchParams.get('problem'),
      families: families.map(({ slips, standing, guardians, words, ...family }) => ({
        ...family,
        decisions: SCOPES.map((scope) => ({ scope, ...presentStanding(ctx, standing[scope]) })),
        guardians: guardians.map(({ name, relation }) => ({ name, relation })),
        signers: [...new Set(words.filter(({ guardianId }) => guardianId === null).map(({ name }) => name))],
        printedOn: slips.length > 0 ? formatDay(slips.at(-1)!.printedAt, ctx.locale) : null,
        hasAnswered: guardians.length > 0 || SCOPES.some((scope) => standing[scope].state !== 'unanswered'),
      })),
    }
  })
