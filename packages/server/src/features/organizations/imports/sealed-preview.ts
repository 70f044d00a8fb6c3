import { gunzipSync, gzipSync } from 'node:zlib'
import type { Ctx } from '#ctx'
import type { RosterPreview } from '../roster/index.ts'

/** Names, birth dates and national numbers wait in the database sealed, as keys do: a copy of it tells nothing of them. */
export const sealPreview = (ctx: Ctx, importId: string, preview: RosterPreview): string =>
  JSON.stringify({ sealed: ctx.secrets.seal(gzipSync(JSON.stringify(preview)), `roster:${importId}`).toString('base64') })

/** Undefined once the list has been forgotten. */
export function openPreview(ctx: Ctx, importId: string, stored: unknown): RosterPreview | undefined {
  const sealed = (stored as { sealed?: string }).sealed
  return sealed === undefined ? undefined : JSON.parse(gunzipSync(ctx.secrets.open(Buffer.from(sealed, 'base64'), `roster:${importId}`)).toString())
}
