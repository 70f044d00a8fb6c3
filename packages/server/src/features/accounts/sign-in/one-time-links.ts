// Links that work once: only the hash of their token is kept.
import type { Ctx } from '#ctx'
import { hashToken, newToken } from '#kit/secrets.ts'
import { refuse } from '../accounts.errors.ts'

export type LinkPurpose = 'sign-in' | 'verify-email' | 'first-administrator'
export type NewLink = { id: string; purpose: LinkPurpose; address?: string; personId?: string; next?: string | undefined; minutes: number }

/** The token, or nothing when a link of this id was made before: jobs run at least once. */
export async function insertLink(ctx: Ctx, link: NewLink): Promise<string | undefined> {
  const token = newToken()
  const now = ctx.now()
  const inserted = await ctx.db
    .insertInto('one_time_link')
    .values({
      id: link.id,
      token_hash: hashToken(token),
      purpose: link.purpose,
      address: link.address ?? null,
      person_id: link.personId ?? null,
      next_path: link.next ?? null,
      created_at: now,
      expires_at: new Date(now.getTime() + link.minutes * 60_000),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows ? token : undefined
}

export function findLiveLink(ctx: Ctx, purpose: LinkPurpose, token: string) {
  return ctx.db
    .selectFrom('one_time_link')
    .select(['id', 'address', 'person_id', 'next_path'])
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now())
    .executeTakeFirst()
}

/** Uses the link up, or refuses: of two requests at the same instant one wins. */
export async function useLink(ctx: Ctx, purpose: LinkPurpose, token: string) {
  const used = await ctx.db
    .updateTable('one_time_link')
    .set({ used_at: ctx.now() })
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now())
    .returning(['address', 'person_id', 'next_path'])
    .executeTakeFirst()
  if (!used) throw refuse('link_expired')
  return used
}
