import { renderSigned } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import type { KeptDocument } from './keep-signed.ts'

/** The signed document of a row, to the letter. */
export async function documentOf(ctx: Ctx, row: KeptDocument): Promise<string> {
  if (row.document !== null) return row.document
  const { frame } = await ctx.db.selectFrom('credential_frame').select('frame').where('id', '=', row.frame_id!).executeTakeFirstOrThrow()
  return renderSigned({ frame: JSON.parse(frame), values: row.frame_values! })
}
