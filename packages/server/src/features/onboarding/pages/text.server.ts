import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Locale } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { TEXTS, type TextKind } from '../onboarding.schema.ts'
import { getTexts } from '../texts/get-texts.ts'
import { keepText, restoreText } from '../texts/keep-text.ts'
import { leading } from './leading.ts'

/** The language of the text, which may be another than the reader's. */
export const askedLocale = (request: Request, mine: Locale): Locale => {
  const asked = new URL(request.url).searchParams.get('lang')
  return asked === 'fr' || asked === 'en' ? asked : mine
}

export const askedText = (params: { text?: string | undefined }): TextKind => {
  const kind = TEXTS.find((kind) => kind === params.text)
  if (!kind) throw refuse('not_found')
  return kind
}

export const loader = (args: LoaderFunctionArgs) =>
  leading(args, async ({ ctx, organization, shell }) => {
    const kind = askedText(args.params)
    const texts = await getTexts(ctx, { organizationId: organization.id, locale: askedLocale(args.request, ctx.locale) })
    const { keptAt, ...shown } = texts.find((text) => text.kind === kind)!
    return { ...shell(shown.title), text: { ...shown, keptDay: keptAt && formatDay(keptAt, ctx.locale) } }
  })

export const action = (args: ActionFunctionArgs) =>
  leading(args, async ({ ctx, organization, home }) => {
    const kind = askedText(args.params)
    const locale = askedLocale(args.request, ctx.locale)
    const form = await args.request.formData()
    return formAction(form, async () => {
      const isRestored = form.get('intent') === 'restore'
      if (isRestored) await restoreText(ctx, { organizationId: organization.id, kind, locale })
      else await keepText(ctx, { organizationId: organization.id, kind, locale, body: text(form, 'body') })
      return redirect(`${home}/texts/${kind}?lang=${locale}&done=${isRestored ? 'restored' : 'kept'}`)
    })
  })
