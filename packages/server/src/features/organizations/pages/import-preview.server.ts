import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { refuse } from '#kit/errors.ts'
import { formAction } from '#web/page.ts'
import { confirmRoster } from '../imports/confirm-roster.ts'
import { getRosterImport, openRosterImport } from '../imports/get-roster-import.ts'
import type { PlannedRow } from '../imports/match-rows.ts'
import { inOrganization, pageNumber } from './in-organization.ts'

const PAGE = 100

export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, can, title }) => {
    const { rows, preview, target, ...stored } = await getRosterImport(ctx, args.params.importId!)
    if (target.organizationId !== organization.id) throw refuse('not_found')
    const count = (state: PlannedRow['state']) => rows.filter((row) => row.state === state).length
    const isLeftOut = ({ state }: PlannedRow) => state === 'refused' || state === 'duplicate'
    const accepted = rows.filter((row) => !isLeftOut(row))
    const page = Math.min(pageNumber(args.request), Math.max(1, Math.ceil(accepted.length / PAGE)))
    return {
      title: title(stored.confirmedAt ? 'import.result_title' : 'import.preview_title'),
      organization,
      can,
      ...stored,
      isPupil: target.isPupil,
      cohort: target.cohort,
      schoolYear: target.schoolYear,
      file: preview && { encoding: preview.encoding, separator: preview.separator, columns: preview.columns, notices: preview.notices },
      counts: { new: count('new'), known: count('known'), duplicate: count('duplicate'), refused: count('refused') },
      classes: [...Map.groupBy(accepted, ({ className }) => className ?? '')].filter(([name]) => name !== '').map(([name, members]) => ({ name, count: members.length })),
      leftOut: rows.filter(isLeftOut).slice(0, 500),
      leftOutCount: rows.filter(isLeftOut).length,
      accepted: accepted.slice((page - 1) * PAGE, page * PAGE),
      page,
      pageCount: Math.max(1, Math.ceil(accepted.length / PAGE)),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, home }) => {
    const { id, target } = await openRosterImport(ctx, args.params.importId!)
    if (target.organizationId !== organization.id) throw refuse('not_found')
    return formAction(await args.request.formData(), async () => {
      await confirmRoster(ctx, id)
      return redirect(`${home}/import/${id}`)
    })
  })
