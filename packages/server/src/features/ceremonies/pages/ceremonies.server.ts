import type { LoaderFunctionArgs } from 'react-router'
import { translate } from '#web/translations.ts'
import { listAgreed } from '../planning/list-agreed.ts'
import { listCeremonies } from '../planning/list-ceremonies.ts'
import { inStructure, presentCeremony } from './in-ceremony.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can, all }) => {
    const [ceremonies, agreed] = await Promise.all([listCeremonies(ctx, organization.id), listAgreed(ctx, organization.id, { isFree: true })])
    return {
      title: `${translate(ctx.locale)('ceremonies:list.title')} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      home: all,
      agreedCount: agreed.length,
      ceremonies: ceremonies.map(({ recipientCount, leftToHandCount, failedCount, ...line }) => ({ ...presentCeremony(ctx, line), recipientCount, leftToHandCount, failedCount })),
    }
  })
