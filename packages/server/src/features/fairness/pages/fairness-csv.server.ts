import type { LoaderFunctionArgs } from 'react-router'
import { inLanguage } from '#features/achievements/index.ts'
import { translate } from '#web/translations.ts'
import { writeFairness } from '../write-fairness.ts'
import { readAsked } from './in-structure.ts'

export const loader = (args: LoaderFunctionArgs) =>
  readAsked(args, ({ ctx, organization, fairness }) => {
    const t = (key: string, values?: Record<string, unknown>) => translate(ctx.locale)(`fairness:${key}`, values)
    const file = writeFairness(fairness, { t, nameOf: ({ content }) => inLanguage(content.name, ctx.locale) })
    return new Response(file, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${t('csv_name')}-${organization.slug}-${fairness.schoolYear}.csv"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
