import type { Ctx } from '#ctx'
import { normalizeCode } from '#kit/secrets.ts'

export type ClaimChannel = 'mail' | 'card'

const CARD_LENGTH = 8

/** A card's code however it was typed, or a mailed token as it is. */
export function readClaimCode(typed: string): string {
  const code = normalizeCode(typed)
  return code.length <= CARD_LENGTH ? code : typed.trim()
}

export const hashClaimCode = (ctx: Ctx, code: string): Buffer => ctx.secrets.keyedHash(code, 'claim')
