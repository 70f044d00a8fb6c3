import { type ExpressionBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#ctx'
import type { DB } from '#db/schema.ts'
import { type AchievementContent, nameAtLevel } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'
import { CREDENTIAL_STATES, type CredentialState } from './credentials.schema.ts'
import { type Delivery, deliveryColumns, deliveryOf, isCardToPrint } from './delivery-of.ts'
import { stateOf } from './get-credential.ts'
import { isKnownHere } from './known-here.ts'

export const IssuedFilter = z.object({
  /** Part of the recipient's name or address. */
  search: z.string().trim().max(200).default(''),
  achievementId: z.guid().optional(),
  state: z.enum(CREDENTIAL_STATES).optional(),
  from: z.coerce.date().optional(),
  until: z.coerce.date().optional(),
  /** Where the former page ended: its `next`. */
  after: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
})

export type IssuedRow = {
  credentialId: string
  achievementId: string
  /** With the level, of a badge that has some. */
  badgeName: { fr: string; en?: string | undefined }
  imageId: string
  recipientName: string
  recipientEmail: string | null
  state: CredentialState
  response: 'pending' | 'accepted' | 'declined'
  delivery: Delivery
  /** When a card that is still good was printed. */
  cardPrintedAt: Date | null
  issuedAt: Date
}

/** What a structure issued, the newest first, paged by where the former page ended. */
export async function listIssued(ctx: Ctx, organizationId: string, input: z.input<typeof IssuedFilter> = {}): Promise<{ rows: IssuedRow[]; next: string | undefined }> {
  await demand(ctx, 'view-people', organizationId)
  const filter = IssuedFilter.parse(input)
  const rows = await ctx.db
    .selectFrom('credential')
    .innerJoin('achievement_version', 'achievement_version.id', 'credential.achievement_version_id')
    .leftJoin('person', (join) => join.onRef('person.id', '=', 'credential.person_id').on(isKnownHere))
    .selectAll('credential')
    .select(['achievement_version.content', 'achievement_version.image_id', 'person.given_name', 'person.family_name'])
    .select(deliveryColumns())
    .where('credential.organization_id', '=', organizationId)
    .where((where) => where.and(conditions(where, filter, ctx.now())))
    .orderBy('credential.issued_at', 'desc')
    .orderBy('credential.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = rows.length > filter.limit ? page.at(-1) : undefined
  return { rows: page.map((row) => present(row, ctx.now())), next: last && writeCursor(last) }
}

/** How many badges of a structure wait for a paper card that nobody printed yet. */
export async function countCardsToPrint(ctx: Ctx, organizationId: string): Promise<number> {
  await demand(ctx, 'view-people', organizationId)
  const { count } = await ctx.db
    .selectFrom('credential')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('organization_id', '=', organizationId)
    .where(isCardToPrint)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Tables = Pick<DB, 'credential' | 'achievement_version'> & { person: { [Column in keyof DB['person']]: DB['person'][Column] | null } }

function conditions(where: ExpressionBuilder<Tables, keyof Tables>, filter: z.output<typeof IssuedFilter>, now: Date) {
  const text = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`
  const after = filter.after === undefined ? undefined : readCursor(filter.after)
  return [
    ...(filter.search
      ? [
          sql<boolean>`searchable(credential.recipient_name || ' ' || coalesce(credential.recipient_email, '') || ' ' || coalesce(person.given_name || ' ' || person.family_name, '')) like searchable(${text})`,
        ]
      : []),
    ...(filter.achievementId ? [where('credential.achievement_id', '=', filter.achievementId)] : []),
    ...(filter.state === 'revoked' ? [where('credential.revoked_at', 'is not', null)] : []),
    ...(filter.state === 'expired' ? [where('credential.revoked_at', 'is', null), where('credential.valid_until', '<=', now)] : []),
    ...(filter.state === 'valid'
      ? [where('credential.revoked_at', 'is', null), where.or([where('credential.valid_until', 'is', null), where('credential.valid_until', '>', now)])]
      : []),
    ...(filter.from ? [where('credential.issued_at', '>=', filter.from)] : []),
    ...(filter.until ? [where('credential.issued_at', '<', filter.until)] : []),
    ...(after ? [sql<boolean>`(credential.issued_at, credential.id) < (${after.issuedAt}::timestamptz, ${after.id}::uuid)`] : []),
  ]
}

const Cursor = z.object({ issuedAt: z.iso.datetime(), id: z.guid() })
const writeCursor = (row: { issued_at: Date; id: string }) => Buffer.from(JSON.stringify({ issuedAt: row.issued_at.toISOString(), id: row.id })).toString('base64url')

/** An address that was cut or edited shows the first page. */
function readCursor(text: string): z.output<typeof Cursor> | undefined {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return undefined
  }
}

type Row = {
  id: string
  achievement_id: string
  content: unknown
  image_id: string
  level_id: string | null
  recipient_name: string
  recipient_email: string | null
  response: string
  is_received: boolean
  card_printed_at: Date | null
  mail_state: string | null
} & {
  given_name: string | null
  family_name: string | null
  issued_at: Date
  revoked_at: Date | null
  valid_until: Date | null
}

const present = (row: Row, now: Date): IssuedRow => ({
  credentialId: row.id,
  achievementId: row.achievement_id,
  badgeName: { fr: nameAtLevel(row.content as AchievementContent, row.level_id, 'fr'), en: nameAtLevel(row.content as AchievementContent, row.level_id, 'en') },
  imageId: row.image_id,
  recipientName: row.given_name ? `${row.given_name} ${row.family_name ?? ''}`.trim() : row.recipient_name,
  recipientEmail: row.recipient_email,
  state: stateOf(row, now),
  response: row.response as IssuedRow['response'],
  delivery: deliveryOf(row),
  cardPrintedAt: row.card_printed_at,
  issuedAt: row.issued_at,
})
