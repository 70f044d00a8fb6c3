import { type Ctx, transaction } from '#ctx'
import { getOrganization } from '#features/organizations/index.ts'
import { giveAccessCards } from '#features/passports/index.ts'
import { translate } from '#web/translations.ts'
import { callPupil } from './called-name.ts'
import { refuse } from './ceremonies.errors.ts'
import { MAX_CARDS } from './ceremonies.schema.ts'
import { printSlips } from './print-slips.ts'
import type { Slip, SlipLayout } from './sheets/draw-slip.ts'

type PrintInput = {
  organizationId: string
  cohortId?: string | undefined
  personIds: readonly string[]
  layout?: Extract<SlipLayout, 'cards' | 'a6'>
  /** They forgot: what they had chosen is cleared with the old card. */
  isForgotten?: boolean
}

/** The cards with which pupils sign in, to be cut out and handed over. Given and drawn in one transaction: no card becomes void for a print that failed. */
export async function printAccessCards(ctx: Ctx, { layout = 'cards', ...input }: PrintInput): Promise<Uint8Array> {
  if (input.personIds.length === 0) throw refuse('no_cards')
  if (input.personIds.length > MAX_CARDS) throw refuse('too_many_cards', { max: MAX_CARDS })
  const { name: organization } = await getOrganization(ctx, { id: input.organizationId })
  const t = translate(ctx.locale)
  const { host } = new URL(ctx.config.url)
  return transaction(ctx, async (ctx) => {
    const cards = await giveAccessCards(ctx, input)
    const slips = cards.map(
      (card): Slip => ({
        heading: callPupil(card, cards),
        lines: [[card.className, organization].filter(Boolean).join(' · ')],
        steps: [t('ceremonies:access.step_open', { address: `${host}/claim` }), t('ceremonies:access.step_choose'), t('ceremonies:access.step_keep')],
        code: card.code,
        url: `${ctx.config.url}/claim/${card.code}`,
        footer: t('ceremonies:access.footer'),
      }),
    )
    return printSlips(ctx, { title: t('ceremonies:access.file_title', { organization }), slips, layout })
  })
}
