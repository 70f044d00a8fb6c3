import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '../may.ts'

/** `by` is nothing for the platform itself, and empty for somebody whose account is gone. */
export type ActLine = { position: number; at: Date; by: string | undefined; act: string; subject: Record<string, string | number>; reason: string }

export const ACTS_PER_PAGE = 50

/** What was decided in a structure, the latest first; `slice` keeps the acts of one kind. For those who run it. */
export async function listActs(ctx: Ctx, input: { organizationId: string; slice?: string | undefined; page?: number }) {
  await demand(ctx, 'manage-structure', input.organizationId)
  const acts = ctx.db.selectFrom('audit_entry').where('organization_id', '=', input.organizationId)
  const chosen = input.slice ? acts.where(sql<boolean>`split_part(act, '.', 1) = ${input.slice}`) : acts
  const { count } = await chosen.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await chosen
    .leftJoin('person', 'person.id', 'actor_id')
    .select(['position', 'at', 'actor_id', 'act', 'subject', 'reason', 'given_name', 'family_name'])
    .orderBy('position', 'desc')
    .limit(ACTS_PER_PAGE)
    .offset(ACTS_PER_PAGE * ((input.page ?? 1) - 1))
    .execute()
  const kinds = await acts.select(sql<string>`split_part(act, '.', 1)`.as('slice')).distinct().orderBy('slice').execute()
  return {
    pageCount: Math.ceil(Number(count) / ACTS_PER_PAGE),
    slices: kinds.map(({ slice }) => slice),
    lines: rows.map(
      ({ given_name, family_name, actor_id, subject, ...row }): ActLine => ({
        ...row,
        subject: subject as ActLine['subject'],
        by: actor_id === null ? undefined : `${given_name ?? ''} ${family_name ?? ''}`.trim(),
      }),
    ),
  }
}
