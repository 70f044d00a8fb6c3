import { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { type AchievementContent, getVersion, isGivenBy } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from '../credentials.errors.ts'
import { type BatchRow, MAX_ROWS, PrepareBatchInput, type RowProblem, type RowState } from '../credentials.schema.ts'
import { findHeld, type HeldBy } from '../find-held.ts'
import { type Identified, identifyRecipients } from '../identify-recipients.ts'
import { checkRow } from './check-row.ts'

export const PrepareInput = PrepareBatchInput.extend({ idempotencyKey: z.string().min(1).max(200).optional() })
type PreparedRow = { given: BatchRow; recipient: Identified | undefined; problems: RowProblem[]; state: RowState; credentialId?: string | undefined }

/** Reads a list without issuing anything: each row is ready, held already, or excluded with the reason. */
export async function prepareBatch(ctx: Ctx, input: z.input<typeof PrepareInput>): Promise<{ batchId: string }> {
  await demand(ctx, 'issue', input.organizationId)
  if (input.rows.length > MAX_ROWS) throw refuse('batch_too_large', { max: MAX_ROWS })
  const { organizationId, versionId, rows, validUntil, level, idempotencyKey } = PrepareInput.parse(input)
  if (rows.length === 0) throw refuse('batch_empty')
  if (validUntil && validUntil <= ctx.now()) throw refuse('valid_until_past')
  const version = await getVersion(ctx, { versionId })
  if (!(await isGivenBy(ctx, { organizationId, authorId: version.organizationId, achievementId: version.achievementId }))) throw refuseKit('not_found')
  if (version.isArchived) throw refuse('achievement_archived')

  return transaction(ctx, async (ctx) => {
    const former = await findByKey(ctx, organizationId, idempotencyKey)
    if (former && (former.versionId !== versionId || former.rowCount !== rows.length)) throw refuse('idempotency_key_reused')
    if (former) return { batchId: former.batchId }
    const given = rows.map((row) => ({ ...row, validUntil: row.validUntil ?? validUntil, level: row.level || level }))
    const prepared = await prepareRows(ctx, { organizationId, versionId, content: version.content, rows: given })
    const batchId = ctx.newId()
    await ctx.db
      .insertInto('issue_batch')
      .values({
        id: batchId,
        organization_id: organizationId,
        achievement_version_id: versionId,
        valid_until: validUntil ?? null,
        idempotency_key: idempotencyKey ?? null,
        created_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        created_at: ctx.now(),
      })
      .execute()
    await insertRows(ctx, batchId, prepared)
    return { batchId }
  })
}

async function findByKey(ctx: Ctx, organizationId: string, key: string | undefined) {
  if (key === undefined) return undefined
  return ctx.db
    .selectFrom('issue_batch')
    .select([
      'id as batchId',
      'achievement_version_id as versionId',
      (eb) => eb.selectFrom('issue_batch_row').select(eb.fn.countAll<number>().as('count')).whereRef('batch_id', '=', 'issue_batch.id').as('rowCount'),
    ])
    .where('organization_id', '=', organizationId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst()
}

async function prepareRows(ctx: Ctx, input: { organizationId: string; versionId: string; content: AchievementContent; rows: BatchRow[] }): Promise<PreparedRow[]> {
  const checked = input.rows.map((given) => ({ given, ...checkRow(given, input.content, ctx.now()) }))
  const usable = checked.flatMap(({ recipient }) => recipient ?? [])
  const identified = await identifyRecipients(ctx, input.organizationId, usable)
  const held = await findHeld(ctx, input, identified)
  const inThisList = await findHeld(ctx, input, [])
  let next = 0
  return checked.map(({ given, recipient, problems }) => decide({ given, problems, recipient: recipient && identified[next++] }, held, inThisList))
}

/** `inThisList` collects the rows above: who is written twice receives once. */
function decide({ given, recipient, problems }: { given: BatchRow; recipient: Identified | undefined; problems: RowProblem[] }, held: HeldBy, inThisList: HeldBy): PreparedRow {
  if (!recipient) return { given, recipient, problems, state: 'excluded' }
  if (inThisList.find(recipient)) return { given, recipient, problems: [...problems, { code: 'duplicate_row', severity: 'error' }], state: 'excluded' }
  inThisList.add(recipient, 'row')
  const credentialId = held.find(recipient)
  return { given, recipient, problems, state: credentialId ? 'already-held' : 'pending', credentialId }
}

async function insertRows(ctx: Ctx, batchId: string, rows: PreparedRow[]) {
  const values = rows.map(({ given, recipient, problems, state, credentialId }, position) => ({
    batch_id: batchId,
    position,
    line: given.line ?? null,
    person_id: recipient?.personId ?? given.personId ?? null,
    name: (recipient?.name || given.name).slice(0, 200),
    email: recipient?.email ?? (given.email || null),
    evidence_url: given.evidenceUrl || null,
    narrative: given.narrative || null,
    level: recipient?.levelId ?? (given.level || null),
    valid_until: given.validUntil ?? null,
    state,
    problems: JSON.stringify(problems),
    credential_id: credentialId ?? null,
  }))
  for (let start = 0; start < values.length; start += 1000)
    await ctx.db
      .insertInto('issue_batch_row')
      .values(values.slice(start, start + 1000))
      .execute()
}
