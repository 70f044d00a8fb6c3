import type { LoaderFunctionArgs } from 'react-router'
import { refuse } from '#kit/errors.ts'
import { translate } from '#web/translations.ts'
import { getRosterImport } from '../imports/get-roster-import.ts'
import { writeRefusedRows } from '../imports/refused-rows.ts'
import { inOrganization } from './in-organization.ts'

/** The rows to correct, as a file that a spreadsheet opens. */
export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization }) => {
    const stored = await getRosterImport(ctx, args.params.importId!)
    if (stored.target.organizationId !== organization.id || !stored.preview) throw refuse('not_found')
    const t = translate(ctx.locale)
    const header = (name: string) => t(`organizations:csv.${name}`)
    const headers = {
      familyName: header('familyName'),
      givenName: header('givenName'),
      className: header('className'),
      email: header('email'),
      ine: header('ine'),
      birthDate: header('birthDate'),
      title: header('title'),
      line: header('line'),
      reason: header('reason'),
      text: header('text'),
    }
    const file = writeRefusedRows(stored, stored.rows, { headers, say: ({ code }) => t(`organizations:roster.problem.${code}`) })
    return new Response(file, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${header('file_name')}.csv"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
