import type { LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { nameAtLevel } from '#features/achievements/index.ts'
import { enterOrganization } from '#features/organizations/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { CardChoice, MAX_CARDS, SHEETS, Sheet } from '../ceremonies.schema.ts'
import { type CardRow, listCards } from '../list-cards.ts'
import { presentSheet } from './present-sheet.ts'

/** How the page itself was asked for, which is no choice of people. */
const MANNERS = ['problem', 'sheet', 'tick']

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'issue')
    const search = new URL(request.url).searchParams
    const [problem, sheet, tick] = MANNERS.map((name) => search.get(name))
    for (const name of MANNERS) search.delete(name)
    const rows = await listCards(ctx, organization.id, CardChoice.parse(Object.fromEntries(search)))
    const choice = search.toString()
    return {
      title: `${translate(ctx.locale)('ceremonies:cards.title')} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      choice,
      isNarrowed: choice !== '',
      problem,
      max: MAX_CARDS,
      chosenSheet: Sheet.parse(sheet ?? 'cards'),
      areAllTicked: tick === 'all',
      sheets: SHEETS.map(presentSheet),
      rows: rows.map((row) => present(ctx, row)),
    }
  })

const present = (ctx: Ctx, row: CardRow) => ({
  credentialId: row.credentialId,
  name: `${row.givenName} ${row.familyName}`.trim(),
  className: row.className,
  badgeName: nameAtLevel(row.content, row.levelId, ctx.locale),
  hasEmail: row.hasEmail,
  isClaimed: row.isClaimed,
  printedOn: row.printedAt && formatDay(row.printedAt, ctx.locale),
})
