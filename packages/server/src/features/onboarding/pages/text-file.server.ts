import type { LoaderFunctionArgs } from 'react-router'
import { getTexts } from '../texts/get-texts.ts'
import { writePdf } from '../write-pdf.ts'
import { download, leading } from './leading.ts'
import { askedLocale, askedText } from './text.server.ts'

/** A text as a plain file, or on paper (`?as=pdf`). */
export const loader = (args: LoaderFunctionArgs) =>
  leading(args, async ({ ctx, organization, t }) => {
    const kind = askedText(args.params)
    const locale = askedLocale(args.request, ctx.locale)
    const { title, body } = (await getTexts(ctx, { organizationId: organization.id, locale })).find((text) => text.kind === kind)!
    const name = `${t(`texts.file.${kind}`)}-${organization.slug}-${locale}`
    if (new URL(args.request.url).searchParams.get('as') !== 'pdf')
      return download(`${body.replaceAll('\n', '\r\n')}\r\n`, { type: 'text/plain; charset=utf-8', name: `${name}.txt` })
    const pdf = await writePdf({ title, lang: locale, createdAt: ctx.now(), hasHeading: kind !== 'families', body })
    return download(pdf, { type: 'application/pdf', name: `${name}.pdf` })
  })
