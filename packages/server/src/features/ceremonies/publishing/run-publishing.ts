import { type Selectable, sql } from 'kysely'
import { as, asSystem, type Ctx, transaction } from '#ctx'
import type { DB } from '#db/schema.ts'
import { getGivenVersion } from '#features/achievements/index.ts'
import { issueCredentials, isTransient } from '#features/credentials/index.ts'
import { grantAgreed } from '#features/nominations/index.ts'
import { adoptCard } from '#features/passports/index.ts'
import { Refusal } from '#kit/errors.ts'
import { refuse } from '../ceremonies.errors.ts'
import { ceremonyPublished } from '../ceremonies.facts.ts'
import type { Outcome } from '../ceremony.schema.ts'

type Row = Selectable<DB['ceremony_recipient']>

/**
 * Issues to those who wait, one a transaction: a badge and what is noted of it exist together or not at all.
 * Killed at any point, it goes on from there; run twice at once, the two share the people. One who cannot receive stops nobody else.
 */
export async function runPublishing(base: Ctx, ceremonyId: string): Promise<void> {
  const ceremony = await base.db
    .selectFrom('ceremony')
    .select(['id', 'organization_id', 'confirmed_by'])
    .where('id', '=', ceremonyId)
    .where('confirmed_at', 'is not', null)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  if (!ceremony) return
  // In the name of whoever pressed the button, with the rights that they have now.
  const { confirmed_by: personId } = ceremony
  const ctx = personId ? as(base, { kind: 'person', personId, sessionId: '', isNetworkAdmin: false }) : asSystem(base)
  while (await issueNext(ctx, ceremony));
  await finish(ctx, ceremonyId)
}

async function issueNext(ctx: Ctx, { id: ceremonyId, organization_id }: { id: string; organization_id: string }): Promise<boolean> {
  let tried: string | undefined
  try {
    return await transaction(ctx, async (ctx) => {
      const row = await ctx.db
        .selectFrom('ceremony_recipient')
        .selectAll()
        .where('ceremony_id', '=', ceremonyId)
        .where('outcome', '=', 'waiting')
        .orderBy('position')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!row) return false
      tried = row.id
      const { credentialId, isNew } = await issueTo(ctx, organization_id, row)
      if (row.card_hash) await adoptCard(ctx, { credentialId, codeHash: row.card_hash, printedAt: row.card_printed_at ?? ctx.now() })
      await note(ctx, row.id, { outcome: isNew ? 'issued' : 'already-held', credential_id: credentialId })
      return true
    })
  } catch (error) {
    if (tried === undefined || isTransient(error)) throw error
    const problem = error instanceof Refusal ? error.code : 'internal_error'
    if (problem === 'internal_error') ctx.log.error({ err: error, ceremonyId, recipientId: tried }, 'a recipient of a ceremony failed')
    await note(ctx, tried, problem === 'already_held' ? { outcome: 'already-held' } : { outcome: 'failed', problem })
    return true
  }
}

async function issueTo(ctx: Ctx, organizationId: string, row: Row): Promise<{ credentialId: string; isNew: boolean }> {
  if (row.nomination_id) return { ...(await grantAgreed(ctx, row.nomination_id)), isNew: true }
  await demandPresent(ctx, row)
  const { versionId } = await getGivenVersion(ctx, { organizationId, achievementId: row.achievement_id })
  const recipient = row.person_id ? { personId: row.person_id } : { name: row.name }
  const [issued] = await issueCredentials(ctx, {
    versionId,
    organizationId,
    recipients: [{ ...recipient, ...(row.level_id && { levelId: row.level_id }), ...(row.citation && { narrative: row.citation }), idempotencyKey: `ceremony:${row.id}` }],
  })
  return issued!
}

/** Somebody who closed their account since the list was made is not sent anything. */
async function demandPresent(ctx: Ctx, { person_id, name }: Row): Promise<void> {
  if (!person_id && name) return
  const person = person_id && (await ctx.db.selectFrom('person').select('closed_at').where('id', '=', person_id).executeTakeFirst())
  if (!person || person.closed_at) throw refuse('recipient_gone')
}

const note = (ctx: Ctx, recipientId: string, result: { outcome: Outcome; problem?: string; credential_id?: string }) =>
  ctx.db.updateTable('ceremony_recipient').set(result).where('id', '=', recipientId).where('outcome', '=', 'waiting').execute()

/** Another process may still hold somebody: then it is the one that finishes. */
const finish = (ctx: Ctx, ceremonyId: string) =>
  transaction(ctx, async (ctx) => {
    const { numUpdatedRows } = await ctx.db
      .updateTable('ceremony')
      .set({ published_at: ctx.now() })
      .where('id', '=', ceremonyId)
      .where('published_at', 'is', null)
      .where(sql<boolean>`not exists (select from ceremony_recipient where ceremony_id = ${ceremonyId} and outcome = 'waiting')`)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await ctx.jobs.announce(ceremonyPublished, { ceremonyId })
  })
