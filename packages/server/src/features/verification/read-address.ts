import type { Ctx } from '#ctx'
import { isAddress } from './browser/read-text.ts'
import { ownAddress } from './document-loader.ts'

/** An address as people write it: with or without its scheme, which only our own may have as http. Undefined for other texts. */
export function readAddress(ctx: Ctx, text: string): string | undefined {
  if (!isAddress(text)) return undefined
  if (!/^https?:/i.test(text)) return `https://${text}`
  return ownAddress(ctx, text) ?? text.replace(/^http:/i, 'https:')
}
