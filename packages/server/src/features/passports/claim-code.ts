import type { Ctx } from '#ctx'
import type { Limit } from '#kit/rate-limit.ts'
import { normalizeCode } from '#kit/secrets.ts'

export type ClaimChannel = 'mail' | 'card'

const CARD_LENGTH = 8

/** A card's code however it was typed, or a mailed token as it is. */
export function readClaimCode(typed: string): string {
  const code = normalizeCode(typed)
  return code.length <= CARD_LENGTH ? code : typed.trim()
}

export const hashClaimCode = (ctx: Ctx, code: string): Buffer => ctx.secrets.keyedHash(code, 'claim')

export const hashAccessCode = (ctx: Ctx, code: string): Buffer => ctx.secrets.keyedHash(code, 'access card')

/** Thirty wrong codes a quarter of an hour from one address, of any kind: a class behind one box may mistype, a guesser needs centuries. */
export const wrongCodes = (address: string): Limit => ({ key: `claim:${address}`, max: 30, windowSeconds: 900 })
