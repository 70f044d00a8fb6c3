// Who may be shown to outsiders, and who may be named to them.
import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { fifteenthBirthday, isUnder15 } from '#features/accounts/index.ts'

type Sharing = {
  /** A child, or a pupil whose age nobody knows: never named to outsiders. */
  isProtected: boolean
  familyAllows: boolean
  /** When somebody of the family last said yes. */
  familyAllowedAt: Date | null
  /** The fifteenth birthday: what was opened before it waits for their own word. Null without a birth date. */
  ofAgeAt: Date | null
}

export async function readSharing(ctx: Ctx, personId: string): Promise<Sharing> {
  const person = await ctx.db
    .selectFrom('person')
    .select([
      sql<string | null>`birth_date::text`.as('birth_date'),
      (eb) => eb.exists(eb.selectFrom('membership').whereRef('person_id', '=', 'person.id').where('is_pupil', '=', true).where('left_at', 'is', null)).as('is_pupil'),
      sql<boolean>`family_allows(person.id, 'share')`.as('family_allows'),
      sql<Date | null>`(select max(recorded_at) from consent_decision where child_id = person.id and scope = 'share' and decision = 'given')`.as('family_allowed_at'),
    ])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) return { isProtected: true, familyAllows: false, familyAllowedAt: null, ofAgeAt: null }
  const isProtected = person.birth_date === null ? person.is_pupil === true : isUnder15(person.birth_date, ctx.now())
  return {
    isProtected,
    familyAllows: person.family_allows,
    familyAllowedAt: person.family_allowed_at,
    ofAgeAt: person.birth_date === null ? null : fifteenthBirthday(person.birth_date),
  }
}

/** A child, or a pupil whose age nobody knows. */
export const isProtected = async (ctx: Ctx, personId: string): Promise<boolean> => (await readSharing(ctx, personId)).isProtected

/** Sharing waits for a yes of the family. */
export async function needsConsent(ctx: Ctx, personId: string): Promise<boolean> {
  const { isProtected, familyAllows } = await readSharing(ctx, personId)
  return isProtected && !familyAllows
}

/** Asked again at each view: a birth date that is corrected, a consent taken back, or a fifteenth birthday closes what was shared. */
export async function isOpenToAll(ctx: Ctx, { person_id, shared_at }: { person_id: string | null; shared_at: Date | null }): Promise<boolean> {
  if (!shared_at || !person_id) return false
  return isOpen(await readSharing(ctx, person_id), shared_at)
}

export function isOpen({ isProtected, familyAllows, ofAgeAt }: Sharing, sharedAt: Date | null): boolean {
  if (sharedAt === null) return false
  if (isProtected) return familyAllows
  return ofAgeAt === null || sharedAt >= ofAgeAt
}

/** In a transaction: nobody shares while a family takes its consent back, nor the other way round. */
export const lockSharing = (ctx: Ctx, personId: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`sharing:${personId}`}, 0))`.execute(ctx.db)

/** All that this person shared is private again. The caller holds the lock, and has asked whether the actor may. */
export async function closeShares(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db.updateTable('credential').set({ shared_at: null }).where('person_id', '=', personId).where('shared_at', 'is not', null).execute()
}
