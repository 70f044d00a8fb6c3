import type { Ctx } from '#ctx'
import { describeEndorsement, describeRequest } from '#features/endorsements/index.ts'
import { tell } from './tell.ts'

/** To somebody with an account: their word is asked for. */
export async function tellOfEndorsementRequest(ctx: Ctx, { requestId, isReminder }: { requestId: string; isReminder: boolean }): Promise<void> {
  const request = await describeRequest(ctx, requestId)
  if (!request?.askedId) return
  const kind = isReminder ? 'endorsement-reminded' : 'endorsement-requested'
  await tell(ctx, { personIds: [request.askedId], kind, words: { name: request.holderName, badge: request.badge.name }, path: request.path, key: `${kind}:${requestId}` })
}

/** To the holder: somebody answered, or took back what they had said. */
export const tellOfEndorsement = (ctx: Ctx, fact: { endorsementId: string }): Promise<void> => tellHolder(ctx, fact, 'given')
export const tellOfWithdrawnEndorsement = (ctx: Ctx, fact: { endorsementId: string }): Promise<void> => tellHolder(ctx, fact, 'withdrawn')

async function tellHolder(ctx: Ctx, { endorsementId }: { endorsementId: string }, what: 'given' | 'withdrawn'): Promise<void> {
  const told = await describeEndorsement(ctx, endorsementId)
  if (!told) return
  const { endorsement, badge, holder, path } = told
  const kind = what === 'withdrawn' ? 'endorsement-withdrawn' : `endorsement-${endorsement.kind}`
  await tell(ctx, { personIds: [holder.personId], kind, words: { name: endorsement.endorserName, badge: badge.name }, path, key: `${kind}:${endorsementId}` })
}
