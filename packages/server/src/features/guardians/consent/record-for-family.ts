import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from '../guardians.errors.ts'
import { PaperInput, WithdrawInput } from '../guardians.schema.ts'
import { demandPupilHere } from '../pupil-here.ts'
import { plain } from '../slips/slip-code.ts'
import { type Decider, decide } from './decide.ts'

/** A paper that somebody signed: the school keeps it, and writes down what it says. */
export async function recordPaper(ctx: Ctx, input: z.input<typeof PaperInput>): Promise<void> {
  const { organizationId, childId, signer, signedOn, scopes, decision } = PaperInput.parse(input)
  await demandPupilHere(ctx, { organizationId, childId })
  if (new Date(`${signedOn}T00:00:00Z`) > ctx.now()) throw refuse('signed_in_future')
  const decider = { signerName: signer, signerKey: plain(signer) || signer }
  await transaction(ctx, async (ctx) => {
    for (const scope of scopes) await decide(ctx, { childId, scope, decision, decider, signedOn, organizationId })
  })
}

/** Somebody of the family asked the school to take their yes back. A yes is never given in their name. */
export async function withdrawForFamily(ctx: Ctx, input: z.input<typeof WithdrawInput>): Promise<void> {
  const { organizationId, childId, scope, deciderKey } = WithdrawInput.parse(input)
  await demandPupilHere(ctx, { organizationId, childId })
  await transaction(ctx, async (ctx) => {
    const decider = await findDecider(ctx, childId, deciderKey)
    await decide(ctx, { childId, scope, decision: 'withdrawn', decider, organizationId })
  })
}

async function findDecider(ctx: Ctx, childId: string, key: string): Promise<Decider> {
  const row = await ctx.db
    .selectFrom('consent_decision')
    .leftJoin('guardianship', 'guardianship.id', 'guardianship_id')
    .select(['guardianship_id', 'signer_key', 'signer_name'])
    .where('consent_decision.child_id', '=', childId)
    .where('guardianship.ended_at', 'is', null)
    .where((where) => where.or([where('signer_key', '=', key), where.eb(where.cast<string>('guardianship_id', 'text'), '=', key)]))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw refuseKit('not_found')
  return row.guardianship_id ? { guardianshipId: row.guardianship_id } : { signerKey: row.signer_key!, signerName: row.signer_name! }
}
