import type { LoaderFunctionArgs } from 'react-router'
import { getTexts } from '../texts/get-texts.ts'
import { leading } from './leading.ts'
import { askedLocale } from './text.server.ts'

export const loader = (args: LoaderFunctionArgs) =>
  leading(args, async ({ ctx, organization, t, shell }) => {
    const locale = askedLocale(args.request, ctx.locale)
    const texts = await getTexts(ctx, { organizationId: organization.id, locale })
    return { ...shell(t('texts.title')), locale, texts: texts.map(({ kind, title, keptAt }) => ({ kind, title, isOwn: keptAt !== null })) }
  })
