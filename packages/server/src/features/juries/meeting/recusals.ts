import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../juries.errors.ts'
import { RecusalInput, type RecusalKind } from '../juries.schema.ts'
import { type At, type Jury, takeMemberSeat } from '../take-seat.ts'
import { lockDossier } from './lock-dossier.ts'

export type Recusal = { dossierId: string; memberId: string; kind: RecusalKind; word: string }

/** Whoever gave a voice or is proposed: found, not asked. */
const found = (juryId: string) => sql<{ dossier_id: string; member_id: string; kind: 'nominee' | 'voice' }>`
  select jury_dossier.id as dossier_id, jury_member.id as member_id, case when nomination.person_id = jury_member.person_id then 'nominee' else 'voice' end as kind
  from jury_dossier join nomination on nomination.id = jury_dossier.nomination_id join jury_member on jury_member.jury_id = jury_dossier.jury_id
  where jury_dossier.jury_id = ${juryId} and jury_member.person_id is not null and (nomination.person_id = jury_member.person_id
    or exists (select from nomination_voice where nomination_id = nomination.id and author_id = jury_member.person_id and state <> 'withdrawn'))`

/** Those written down, and those that came since: a voice may be given while a dossier lies on the table. */
export async function listRecusals(ctx: Ctx, juryId: string): Promise<Recusal[]> {
  const written = await ctx.db
    .selectFrom('jury_recusal')
    .innerJoin('jury_dossier', 'jury_dossier.id', 'dossier_id')
    .select(['dossier_id', 'member_id', 'kind', 'word'])
    .where('jury_id', '=', juryId)
    .execute()
  const all = new Map(written.map((row) => [`${row.dossier_id} ${row.member_id}`, { ...row, kind: row.kind as RecusalKind }]))
  const isClosed = await ctx.db.selectFrom('jury').select('id').where('id', '=', juryId).where('state', '=', 'closed').executeTakeFirst()
  // What was written down when it was closed is all there is.
  if (!isClosed)
    for (const row of (await found(juryId).execute(ctx.db)).rows) {
      const key = `${row.dossier_id} ${row.member_id}`
      if (!all.has(key)) all.set(key, { ...row, word: '' })
    }
  return [...all.values()].map(({ dossier_id, member_id, kind, word }) => ({ dossierId: dossier_id, memberId: member_id, kind, word }))
}

/** Writes down the conflicts that are found, each once. */
export async function noteConflicts(ctx: Ctx, jury: Pick<Jury, 'id' | 'organization_id'>): Promise<void> {
  const { rows } = await found(jury.id).execute(ctx.db)
  for (const { dossier_id, member_id, kind } of rows) await note(ctx, jury, { dossierId: dossier_id, memberId: member_id, kind, word: '' })
}

/** « Je me déporte », with a word: from then on one neither votes nor sees the votes. A vote that was given is taken back. */
export async function declareRecusal(ctx: Ctx, at: At, input: z.input<typeof RecusalInput>): Promise<void> {
  const { dossierId, word } = RecusalInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const { jury, memberId } = await takeMemberSeat(ctx, at)
    const dossier = await lockDossier(ctx, jury.id, dossierId)
    if (dossier.decision) throw refuse('already_decided')
    await ctx.db.deleteFrom('jury_vote').where('dossier_id', '=', dossierId).where('member_id', '=', memberId).execute()
    await note(ctx, jury, { dossierId, memberId, kind: 'declared', word })
  })
}

async function note(ctx: Ctx, jury: Pick<Jury, 'id' | 'organization_id'>, { dossierId, memberId, kind, word }: Recusal): Promise<void> {
  const noted = await ctx.db
    .insertInto('jury_recusal')
    .values({ dossier_id: dossierId, member_id: memberId, kind, word, recused_at: ctx.now() })
    .onConflict((conflict) => conflict.columns(['dossier_id', 'member_id']).doNothing())
    .executeTakeFirst()
  if (noted.numInsertedOrUpdatedRows)
    await recordAct(ctx, { organizationId: jury.organization_id, act: 'jury.recused', subject: { juryId: jury.id, dossierId, memberId, kind }, reason: word })
}
