import { createHash } from 'node:crypto'
import { buildStatusListCredential, encodeStatusList, signCredential } from '@boat/openbadges'
import { asSystem, type Ctx, transaction } from '#ctx'
import { getIssuer, getSigner } from '#features/issuers/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'

/** How long a verifier may keep a copy: a revocation is seen everywhere within it. */
export const STATUS_TTL_SECONDS = 60

/** The signed BitstringStatusListCredential, made again when a bit was set since, or when the key was replaced. */
export async function getStatusList(ctx: Ctx, listId: string): Promise<{ document: string; etag: string; updatedAt: Date }> {
  const list = isUuid(listId) ? await ctx.db.selectFrom('status_list').select(['issuer_id', 'document', 'updated_at']).where('id', '=', listId).executeTakeFirst() : undefined
  if (!list) throw refuse('not_found')
  const { signer } = await getSigner(asSystem(ctx), list.issuer_id)
  const isCurrent = list.document !== null && verificationMethodOf(list.document) === signer.verificationMethod
  const document = isCurrent ? list.document! : await signAgain(asSystem(ctx), listId)
  return { document, etag: `"${createHash('sha256').update(document).digest('base64url')}"`, updatedAt: list.updated_at }
}

/** The row stays locked from the reading of the bits to the writing of the document: no revocation falls between. */
const signAgain = (ctx: Ctx, listId: string): Promise<string> =>
  transaction(ctx, async (ctx) => {
    const list = await ctx.db.selectFrom('status_list').select(['issuer_id', 'length', 'bits', 'updated_at']).where('id', '=', listId).forUpdate().executeTakeFirstOrThrow()
    const { did } = await getIssuer(ctx, { issuerId: list.issuer_id })
    const { signer } = await getSigner(ctx, list.issuer_id)
    const credential = buildStatusListCredential({
      id: statusListUrl(ctx, listId),
      issuer: did,
      purpose: 'revocation',
      encodedList: await encodeStatusList({ length: list.length, bits: new Uint8Array(list.bits) }),
      validFrom: list.updated_at,
      ttl: STATUS_TTL_SECONDS * 1000,
    })
    const document = JSON.stringify(await signCredential(credential, { signer, created: ctx.now() }))
    await ctx.db.updateTable('status_list').set({ document }).where('id', '=', listId).execute()
    return document
  })

export const statusListUrl = (ctx: Ctx, listId: string): string => `${ctx.config.url}/status/${listId}`

const verificationMethodOf = (document: string): string => (JSON.parse(document) as { proof: { verificationMethod: string } }).proof.verificationMethod
