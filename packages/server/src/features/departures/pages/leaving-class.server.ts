import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import { formAction } from '#web/page.ts'
import { writeCode } from '../departure-code.ts'
import { DepartureForm } from '../departures.schema.ts'
import { demandCohortOf, type LivingCode, listLeavingClass } from '../list-leaving-class.ts'
import { prepareDepartures } from '../prepare-departures.ts'
import { inStructure, presentStructure } from './in-structure.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, 'view-people', async ({ ctx, organization, can, title }) => {
    const cohort = await demandCohortOf(ctx, organization.id, args.params.cohortId!)
    const [pupils, destinations] = await Promise.all([listLeavingClass(ctx, cohort.id), listDestinations(ctx, organization.id)])
    const search = new URL(args.request.url).searchParams
    return {
      title: title('leaving.title', { name: cohort.name }),
      organization: presentStructure(organization),
      can,
      cohort: { id: cohort.id, name: cohort.name },
      problem: search.get('problem'),
      names: search.get('names') ?? '',
      // What was chosen before a print that was refused.
      asked: { kind: search.get('kind'), destination: search.get('destination'), personIds: search.getAll('person') },
      destinations,
      pupils: pupils.map(({ transfer, home, ...pupil }) => ({ ...pupil, transfer: presentCode(ctx, transfer), home: presentCode(ctx, home) })),
    }
  })

/** The list for the other establishment: shown once, to be printed or copied. The slips are a file, and go to `departures.pdf`. */
export const action = (args: ActionFunctionArgs) =>
  inStructure(args, 'view-people', async ({ ctx, organization }) => {
    const form = await args.request.formData()
    const cohort = await demandCohortOf(ctx, organization.id, args.params.cohortId!)
    return formAction(form, async () => {
      const { kind, destination, person } = DepartureForm.parse({ ...Object.fromEntries(form), person: form.getAll('person') })
      const { prepared, skipped } = await prepareDepartures(ctx, { cohortId: cohort.id, kind, destinationId: destination, personIds: person })
      return { list: prepared.map(({ givenName, familyName, code }) => ({ name: `${givenName} ${familyName}`.trim(), code: writeCode(code) })), skipped }
    })
  })

const presentCode = (ctx: Ctx, code: LivingCode | undefined) =>
  code && {
    state: code.state,
    destinationName: code.destinationName,
    createdOn: formatDay(code.createdAt, ctx.locale),
    expiresOn: code.expiresAt && formatDay(code.expiresAt, ctx.locale),
  }

/** Every establishment of the network that takes in pupils. */
async function listDestinations(ctx: Ctx, organizationId: string): Promise<{ value: string; label: string }[]> {
  const rows = await ctx.db
    .selectFrom('organization')
    .leftJoin('commune', 'commune.code', 'organization.commune_code')
    .select(['organization.id', 'organization.name', 'commune.name as commune'])
    .where('organization.id', '<>', organizationId)
    .where('archived_at', 'is', null)
    .where('type', 'in', ['primary-school', 'collège', 'lycée', 'university'])
    .orderBy('organization.name')
    .execute()
  return rows.map(({ id, name, commune }) => ({ value: id, label: [name, commune].filter(Boolean).join(', ') }))
}
