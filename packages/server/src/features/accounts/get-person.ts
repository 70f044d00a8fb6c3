import type { Ctx, Locale } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'

export type PersonDetails = {
  personId: string
  givenName: string
  familyName: string
  /** YYYY-MM-DD */
  birthDate: string | null
  locale: Locale
  colorScheme: 'auto' | 'light' | 'dark'
  /** What a hall may see of the name, if less than the structure would show. */
  screenName: 'first-name' | 'nothing' | null
  hasPassword: boolean
  emails: { emailId: string; address: string; isPrimary: boolean; isVerified: boolean }[]
}

/** For verbs that already know that they may: whoever asks is not looked at here. */
export async function getPerson(ctx: Ctx, personId: string): Promise<PersonDetails> {
  if (!isUuid(personId)) throw refuse('not_found')
  const row = await ctx.db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst()
  if (!row) throw refuse('not_found')
  const emails = await ctx.db
    .selectFrom('person_email')
    .select(['id', 'address', 'is_primary', 'verified_at'])
    .where('person_id', '=', personId)
    .orderBy('is_primary', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return {
    personId: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date as unknown as string | null,
    locale: row.locale as Locale,
    colorScheme: row.color_scheme as PersonDetails['colorScheme'],
    screenName: row.screen_name as PersonDetails['screenName'],
    hasPassword: row.password_hash !== null && row.secret_kind === 'password',
    emails: emails.map((email) => ({ emailId: email.id, address: email.address, isPrimary: email.is_primary, isVerified: email.verified_at !== null })),
  }
}
