import type { LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { inLanguage } from '#features/achievements/index.ts'
import { enterOrganization } from '#features/organizations/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { CardChoice, MAX_CARDS } from '../ceremonies.schema.ts'
import { CARDS_A_SHEET } from '../draw-cards.ts'
import { type CardRow, listCards } from '../list-cards.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'issue')
    const search = new URL(request.url).searchParams
    const problem = search.get('problem')
    search.delete('problem')
    const rows = await listCards(ctx, organization.id, CardChoice.parse(Object.fromEntries(search)))
    return {
      title: `${translate(ctx.locale)('ceremonies:cards.title')} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      choice: search.toString(),
      isNarrowed: search.size > 0,
      problem,
      max: MAX_CARDS,
      cardsASheet: CARDS_A_SHEET,
      rows: rows.map((row) => present(ctx, row)),
    }
  })

const present = (ctx: Ctx, row: CardRow) => ({
  credentialId: row.credentialId,
  name: `${row.givenName} ${row.familyName}`.trim(),
  className: row.className,
  badgeName: inLanguage(row.content.name, ctx.locale),
  hasEmail: row.hasEmail,
  isClaimed: row.isClaimed,
  printedOn: row.printedAt && formatDay(row.printedAt, ctx.locale),
})
