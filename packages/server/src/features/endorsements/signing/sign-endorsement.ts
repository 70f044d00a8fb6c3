import { signCredential } from '@boat/openbadges'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { allocateStatusEntries } from '#features/credentials/index.ts'
import { demand, recordAct } from '#features/organizations/index.ts'
import { spend } from '#kit/rate-limit.ts'
import { endorsementSigned } from '../endorsements.facts.ts'
import type { AnswerInput } from '../endorsements.schema.ts'
import { answerLimit } from '../limits.ts'
import { type Door, findAsked } from '../requests/find-asked.ts'
import { buildEndorsement, type Draft, draftEndorsement } from './draft-endorsement.ts'

/**
 * Whoever was asked answers: signed in their own name or in that of their structure, or a word without signing. It goes to the holder alone. Its id
 * is the request's: one request, one answer.
 */
export async function signEndorsement(ctx: Ctx, door: Door, input: z.input<typeof AnswerInput>): Promise<{ endorsementId: string }> {
  const { id } = await findAsked(ctx, door)
  await spend(ctx.db, ctx.now(), answerLimit(id))
  return transaction(ctx, async (ctx) => {
    const draft = await draftEndorsement(ctx, door, input, { isLocked: true })
    const { row, answer, endorser } = draft
    const { organizationId } = endorser
    if (organizationId) await demand(ctx, 'issue', organizationId)
    const entry = endorser.issuerId ? (await allocateStatusEntries(ctx, endorser.issuerId, 1))[0]! : undefined
    const isHere = 'requestId' in door
    await ctx.db
      .insertInto('endorsement')
      .values({
        id: row.id,
        holder_id: row.holder_id,
        badge_id: row.badge_id,
        request_id: row.id,
        endorser_id: isHere ? row.asked_id : null,
        endorser_address: isHere ? null : row.asked_address,
        organization_id: organizationId,
        endorser_name: endorser.name,
        endorser_function: endorser.function,
        relation: answer.relation,
        comment: answer.comment,
        document: await sign(ctx, draft, entry),
        status_list_id: entry?.listId ?? null,
        status_index: entry?.index ?? null,
        signed_at: ctx.now(),
      })
      .execute()
    if (organizationId) await recordAct(ctx, { organizationId, act: 'endorsement.signed', subject: { endorsementId: row.id } })
    await ctx.jobs.announce(endorsementSigned, { endorsementId: row.id })
    return { endorsementId: row.id }
  })
}

async function sign(ctx: Ctx, draft: Draft, entry?: { listId: string; index: number }): Promise<string | null> {
  const credential = buildEndorsement(ctx, draft, entry)
  return credential && draft.signer && JSON.stringify(await signCredential(credential, { signer: draft.signer, created: ctx.now() }))
}
