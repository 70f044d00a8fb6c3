import { type Ctx, transaction } from '#ctx'
import { findLevel, inLanguage, nameAtLevel, readImage, renderPng } from '#features/achievements/index.ts'
import { credentialUrl } from '#features/credentials/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import { createClaim } from '#features/passports/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import { callByName } from './called-name.ts'
import { refuse } from './ceremonies.errors.ts'
import { isKey, MAX_CARDS, type Sheet } from './ceremonies.schema.ts'
import { type CardRow, listCards } from './list-cards.ts'
import { drawSheets } from './sheets/draw-sheets.ts'
import type { Piece, Words } from './sheets/piece.ts'

type PrintInput = {
  organizationId: string
  credentialIds: readonly string[]
  sheet?: Sheet
  /** For sheets that open nothing: a label for each person, with their QR and code. */
  withSlips?: boolean
}

/** What goes with a button or a certificate. */
export const SLIPS: Sheet = 'labels-70x37'

/**
 * A PDF of pieces of paper for those who received these badges. A piece that opens the badge has a new code, and the one printed before is void from now on;
 * what is worn, hung or framed has none.
 */
export async function printCards(ctx: Ctx, { organizationId, sheet = 'cards', withSlips = false, ...input }: PrintInput): Promise<Uint8Array> {
  const credentials = [...new Set(input.credentialIds)]
  if (credentials.length === 0) throw refuse('no_cards')
  if (credentials.length > MAX_CARDS) throw refuse('too_many_cards', { max: MAX_CARDS })
  const rows = await listCards(ctx, organizationId, { credentials })
  if (rows.length < credentials.length) throw refuseKit('not_found')
  const { name } = await getOrganization(ctx, { id: organizationId })
  const images = sheet === 'wall-list' ? new Map() : await drawImages(ctx, rows, sheet)
  const pieces = rows.map((row) => writePiece(ctx, row, { organizationName: name, calledName: callByName(row, rows), sheet }))
  const sheets = sheet !== 'wall-list' && withSlips && !isKey(sheet) ? [sheet, SLIPS] : [sheet]
  // Codes last, and drawn in the same transaction: no card becomes void for a print that failed.
  return transaction(ctx, async (ctx) => {
    const keys = sheets.some(isKey) ? await makeKeys(ctx, rows, pieces) : []
    const parts = sheets.map((sheet) => ({ sheet, pieces: isKey(sheet) ? keys : pieces }))
    return drawSheets(parts, images, writeWords(ctx, sheet, name), ctx.now())
  })
}

/** A lost card, or all the cards of somebody: those that were printed become void, and are printed again. */
export async function reprintCards(ctx: Ctx, { organizationId, personId }: { organizationId: string; personId: string }): Promise<Uint8Array> {
  const rows = await listCards(ctx, organizationId, { person: personId })
  const printed = rows.filter(({ printedAt }) => printedAt)
  return printCards(ctx, { organizationId, credentialIds: (printed.length > 0 ? printed : rows).map(({ credentialId }) => credentialId) })
}

async function makeKeys(ctx: Ctx, rows: readonly CardRow[], pieces: readonly Piece[]): Promise<Piece[]> {
  const keys: Piece[] = []
  for (const [index, { credentialId }] of rows.entries()) {
    const { code } = await createClaim(ctx, { credentialId, channel: 'card' })
    keys.push({ ...pieces[index]!, code, address: `${ctx.config.url}/claim/${code}` })
  }
  return keys
}

function writePiece(ctx: Ctx, row: CardRow, { organizationName, calledName, sheet }: { organizationName: string; calledName: string; sheet: Sheet }): Piece {
  const t = translate(ctx.locale)
  const { host } = new URL(ctx.config.url)
  return {
    personKey: row.personId ?? row.credentialId,
    calledName: calledName || t('ceremonies:cards.nobody'),
    className: row.className,
    organizationName,
    badgeName: nameAtLevel(row.content, row.levelId, ctx.locale),
    // What was shown at this level, where there are several.
    description: inLanguage((findLevel(row.content, row.levelId) ?? row.content).description, ctx.locale),
    imageKey: row.imageId,
    issued: t('ceremonies:certificate.issued', { date: formatDay(row.issuedAt, ctx.locale) }),
    // A button says what the badge is; a certificate shows the received badge to those with whom it is shared.
    address: sheet === 'round-58' ? `${ctx.config.url}/achievements/${row.achievementId}` : credentialUrl(ctx, row.credentialId),
    code: '',
    instruction: t('ceremonies:cards.instruction', { address: `${host}/claim`, tone: row.isPupil ? 'tu' : 'vous' }),
  }
}

export function writeWords(ctx: Ctx, sheet: Sheet, organization: string): Words {
  const t = translate(ctx.locale)
  return {
    title: t('ceremonies:cards.file_title', { sheet: t(`ceremonies:sheets.${sheet}.name`), organization }),
    lang: ctx.locale,
    certificate: {
      heading: t('ceremonies:certificate.heading'),
      awarded: t('ceremonies:certificate.awarded'),
      signatures: [t('ceremonies:certificate.signature_structure'), t('ceremonies:certificate.signature_person')],
      scan: t('ceremonies:certificate.scan'),
    },
    wall: { note: t('ceremonies:wall.note', { organization }), noClass: t('ceremonies:wall.no_class'), continued: t('ceremonies:wall.continued') },
  }
}

/** Some 480 dots an inch: 512 pixels up to 27 mm, 1,024 on what is larger. */
export async function drawImages(ctx: Ctx, rows: readonly { imageId: string }[], sheet: Sheet): Promise<Map<string, Uint8Array>> {
  const size = sheet === 'cards-a6' || sheet.startsWith('certificate') ? 1024 : 512
  const images = new Map<string, Uint8Array>()
  for (const { imageId } of rows) if (!images.has(imageId)) images.set(imageId, await renderPng(await readImage(ctx, imageId), size))
  return images
}
