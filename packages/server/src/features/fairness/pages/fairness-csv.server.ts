import type { LoaderFunctionArgs } from 'react-router'
import { inLanguage } from '#features/achievements/index.ts'
import { translate } from '#web/translations.ts'
import { writeCsv } from '../write-csv.ts'
import { readAsked } from './in-structure.ts'

export const loader = (args: LoaderFunctionArgs) =>
  readAsked(args, ({ ctx, organization, fairness }) => {
    const t = (key: string, values?: Record<string, unknown>) => translate(ctx.locale)(`fairness:${key}`, values)
    const file = writeCsv(fairness, { t, nameOf: ({ content }) => inLanguage(content.name, ctx.locale) })
    return new Response(file, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${t('csv_name')}-${organization.slug}-${fairness.schoolYear}.csv"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
