import { type Ctx, transaction } from '#ctx'
import { inLanguage, readImage, renderPng } from '#features/achievements/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import { createClaim } from '#features/passports/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { translate } from '#web/translations.ts'
import { refuse } from './ceremonies.errors.ts'
import { MAX_CARDS } from './ceremonies.schema.ts'
import { type Card, drawCards } from './draw-cards.ts'
import { type CardRow, listCards } from './list-cards.ts'

/** A PDF of paper cards, each with a new code; a card printed before for the same badge is void from now on. */
export async function printCards(ctx: Ctx, input: { organizationId: string; credentialIds: readonly string[] }): Promise<Uint8Array> {
  const credentials = [...new Set(input.credentialIds)]
  if (credentials.length === 0) throw refuse('no_cards')
  if (credentials.length > MAX_CARDS) throw refuse('too_many_cards', { max: MAX_CARDS })
  const rows = await listCards(ctx, input.organizationId, { credentials })
  if (rows.length < credentials.length) throw refuseKit('not_found')
  const { name } = await getOrganization(ctx, { id: input.organizationId })
  const images = await drawImages(ctx, rows)
  // Codes last, and drawn in the same transaction: no card becomes void for a print that failed.
  return transaction(ctx, async (ctx) => {
    const cards: Card[] = []
    for (const row of rows) {
      const { code } = await createClaim(ctx, { credentialId: row.credentialId, channel: 'card' })
      cards.push(writeCard(ctx, row, { code, organizationName: name, calledName: callByName(row, rows) }))
    }
    return drawCards(cards, images, translate(ctx.locale)('ceremonies:cards.file_title', { organization: name }), ctx.now())
  })
}

/** The first name only; with the initial of the other when two in the class share it, so that each gets their own card. */
function callByName(row: CardRow, rows: readonly CardRow[]): string {
  const hasNamesake = rows.some((other) => other.givenName === row.givenName && other.className === row.className && other.familyName !== row.familyName)
  return hasNamesake && row.familyName ? `${row.givenName} ${[...row.familyName][0]!.toUpperCase()}.` : row.givenName
}

function writeCard(ctx: Ctx, row: CardRow, { code, organizationName, calledName }: { code: string; organizationName: string; calledName: string }): Card {
  const t = translate(ctx.locale)
  const { host } = new URL(ctx.config.url)
  return {
    givenName: calledName || t('ceremonies:cards.nobody'),
    place: [row.className, organizationName].filter(Boolean).join(' · '),
    badgeName: inLanguage(row.content.name, ctx.locale),
    imageKey: row.imageId,
    code,
    claimUrl: `${ctx.config.url}/claim/${code}`,
    instruction: t('ceremonies:cards.instruction', { address: `${host}/claim`, tone: row.isPupil ? 'tu' : 'vous' }),
  }
}

/** 512 pixels on 27 mm: 480 dots an inch. */
async function drawImages(ctx: Ctx, rows: readonly CardRow[]): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>()
  for (const { imageId } of rows) if (!images.has(imageId)) images.set(imageId, await renderPng(await readImage(ctx, imageId), 512))
  return images
}
