import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { inLanguage, nameAtLevel } from '#features/achievements/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import { hashClaimCode } from '#features/passports/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { newCode } from '#kit/secrets.ts'
import { translate } from '#web/translations.ts'
import { callByName } from './called-name.ts'
import { refuse } from './ceremonies.errors.ts'
import { isKey, MAX_CARDS, type Sheet } from './ceremonies.schema.ts'
import { findCeremony, lockOpenCeremony } from './planning/ceremony-rows.ts'
import { listRecipients, type Recipient } from './planning/get-ceremony.ts'
import { drawImages, printCards, SLIPS, writeWords } from './print-cards.ts'
import { drawSheets } from './sheets/draw-sheets.ts'
import type { Piece } from './sheets/piece.ts'

type PaperInput = { ceremonyId: string; sheet: Sheet; withSlips?: boolean; className?: string | undefined }

/**
 * Paper for a ceremony, printed before there is any badge. What opens the badge has a code that opens nothing yet: publishing adopts it.
 * Once published, it is the paper of the badges themselves.
 */
export async function printPaper(ctx: Ctx, { ceremonyId, sheet, withSlips = false, className }: PaperInput): Promise<Uint8Array> {
  const { organization_id: organizationId, confirmed_at, starts_at } = await findCeremony(ctx, ceremonyId)
  const people = (await listRecipients(ctx, ceremonyId)).filter((one) => className === undefined || one.className === className)
  if (confirmed_at) return printCards(ctx, { organizationId, credentialIds: people.flatMap(({ credentialId }) => credentialId ?? []), sheet, withSlips })
  if (sheet === 'wall-list') throw refuse('sheet_after_publishing')
  if (people.length === 0) throw refuse('no_cards')
  if (people.length > MAX_CARDS) throw refuse('too_many_cards', { max: MAX_CARDS })
  const { name } = await getOrganization(ctx, { id: organizationId })
  const images = await drawImages(ctx, people, sheet)
  const pieces = await writePieces(ctx, people, { organizationName: name, day: formatDay(starts_at, ctx.locale) })
  const words = writeWords(ctx, sheet, name)
  const certificate = { ...words.certificate, scan: translate(ctx.locale)('ceremonies:paper.scan') }
  const sheets = withSlips && !isKey(sheet) ? [sheet, SLIPS] : [sheet]
  return transaction(ctx, async (ctx) => {
    await lockOpenCeremony(ctx, ceremonyId)
    const keys = sheets.some(isKey) ? await makeKeys(ctx, people, pieces) : []
    return drawSheets(
      sheets.map((sheet) => ({ sheet, pieces: isKey(sheet) ? keys : pieces })),
      images,
      { ...words, certificate },
      ctx.now(),
    )
  })
}

/** The code is told once, on paper; a card that is printed again has another. */
async function makeKeys(ctx: Ctx, people: readonly Recipient[], pieces: readonly Piece[]): Promise<Piece[]> {
  const codes = people.map(() => newCode())
  await sql`update ceremony_recipient set card_hash = card.hash, card_printed_at = ${ctx.now()}
    from unnest(${people.map(({ recipientId }) => recipientId)}::uuid[], ${codes.map((code) => hashClaimCode(ctx, code))}::bytea[]) as card (id, hash)
    where ceremony_recipient.id = card.id`.execute(ctx.db)
  return pieces.map((piece, index) => ({ ...piece, code: codes[index]!, address: `${ctx.config.url}/claim/${codes[index]}` }))
}

async function writePieces(ctx: Ctx, people: readonly Recipient[], { organizationName, day }: { organizationName: string; day: string }): Promise<Piece[]> {
  const t = translate(ctx.locale)
  const { host } = new URL(ctx.config.url)
  const adults = await findAdults(ctx, people)
  const named = people.map((person) => ({ ...firstAndLast(person), className: person.className, isAdult: adults.has(person.personId ?? '') }))
  return people.map((person, index) => ({
    personKey: person.personId ?? person.recipientId,
    calledName: callByName(named[index]!, named) || t('ceremonies:cards.nobody'),
    className: person.className,
    organizationName,
    badgeName: nameAtLevel(person.content, person.levelId, ctx.locale),
    description: inLanguage(person.content.description, ctx.locale),
    imageKey: person.imageId,
    issued: t('ceremonies:paper.awarded_on', { date: day }),
    // There is no badge to show yet: what everybody can read is what it recognises.
    address: `${ctx.config.url}/achievements/${person.achievementId}`,
    code: '',
    instruction: t('ceremonies:cards.instruction', { address: `${host}/claim`, tone: person.isPupil ? 'tu' : 'vous' }),
  }))
}

/** Somebody without an account has one name, of which the first word is the first. */
function firstAndLast({ givenName, familyName }: Recipient): { givenName: string; familyName: string } {
  const [first = '', ...others] = givenName.split(/\s+/)
  return familyName ? { givenName, familyName } : { givenName: first, familyName: others.join(' ') }
}

/** Known as staff or member, not as a pupil, and not under age: only they are called by their full name on paper. */
async function findAdults(ctx: Ctx, people: readonly Recipient[]): Promise<Set<string>> {
  const ids = people.flatMap(({ personId, isPupil }) => (personId && !isPupil ? personId : []))
  if (ids.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', ids)
    .where(sql<boolean>`(birth_date is null or birth_date <= ${ctx.now()}::date - interval '18 years')`)
    .where(sql<boolean>`not exists (select from membership where person_id = person.id and is_pupil and left_at is null)`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
