import type { Ctx } from '#ctx'
import { ownAddress } from './document-loader.ts'

/** An address as people write it: with or without its scheme, which only our own may have as http. Undefined for other texts. */
export function readAddress(ctx: Ctx, text: string): string | undefined {
  if (/^https?:\/\/\S+$/i.test(text)) return ownAddress(ctx, text) ?? text.replace(/^http:/i, 'https:')
  return /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/\S*$/i.test(text) ? `https://${text}` : undefined
}
