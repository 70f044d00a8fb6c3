import { createHash } from 'node:crypto'
import { type CompactCredential, type JsonFrame, renderSigned } from '@boat/openbadges'
import type { Ctx } from '#ctx'

/** How a signed document is kept: its own values and what it shares with others, or as a whole. */
export type KeptDocument = { document: string | null; frame_id: number | null; frame_values: string[] | null }

/** The rows' part that keeps these documents. What they share is written once. */
export async function keepSigned(ctx: Ctx, signed: readonly CompactCredential[]): Promise<KeptDocument[]> {
  const ids = new Map<JsonFrame, number>()
  const kept: KeptDocument[] = []
  for (const credential of signed) {
    const { frame, values } = credential
    if (values.length === 0) {
      kept.push({ document: renderSigned(credential), frame_id: null, frame_values: null })
      continue
    }
    const id = ids.get(frame) ?? (await keepFrame(ctx, JSON.stringify(frame)))
    ids.set(frame, id)
    kept.push({ document: null, frame_id: id, frame_values: [...values] })
  }
  return kept
}

async function keepFrame(ctx: Ctx, frame: string): Promise<number> {
  const hash = createHash('sha256').update(frame).digest()
  const find = () => ctx.db.selectFrom('credential_frame').select('id').where('hash', '=', hash).executeTakeFirst()
  const known = await find()
  if (known) return known.id
  await ctx.db
    .insertInto('credential_frame')
    .values({ hash, frame })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await find())!.id
}
