import type { LoaderFunctionArgs } from 'react-router'
import { inLanguage } from '#features/achievements/index.ts'
import { translate } from '#web/translations.ts'
import { bandName } from '../write-fairness.ts'
import { readAsked } from './in-structure.ts'

export const loader = (args: LoaderFunctionArgs) =>
  readAsked(args, ({ ctx, organization, can, fairness: { badges, waits, units, ...year } }) => {
    const t = (key: string, values?: Record<string, unknown>) => translate(ctx.locale)(`fairness:${key}`, values)
    return {
      title: `${t('title')} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      ...year,
      units: units.map((unit) => ({ ...unit, name: unit.name || t(`units.${unit.kind}`) })),
      badges: badges.map(({ content, ...badge }) => ({ ...badge, name: inLanguage(content.name, ctx.locale) })),
      waits: { ...waits, ages: waits.ages.map((count, band) => ({ band: bandName(t, band), count })) },
      /** Nothing to read yet: every number would be hidden. */
      isEmpty:
        units.every(({ proposed, recognised }) => proposed === null && recognised === null) && badges.every(({ proposed, otherwise }) => proposed === null && otherwise === null),
    }
  })

export type FairnessPage = Awaited<ReturnType<typeof loader>>
