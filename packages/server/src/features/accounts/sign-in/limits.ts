// How often somebody may try: by account, whoever asks, and by where they ask from. A whole school may share one address.
import ipaddr from 'ipaddr.js'
import type { Ctx } from '#ctx'
import type { Limit } from '#kit/rate-limit.ts'

const QUARTER = 15 * 60

/** Personal data stays out of the keys: they are hashes that only this installation can make. */
const keyOf = (ctx: Ctx, what: string, value: string) => `${what}:${ctx.secrets.keyedHash(value.toLowerCase(), 'rate limit').toString('base64url').slice(0, 24)}`

export const guessesOnAccount = (ctx: Ctx, account: string): Limit => ({ key: keyOf(ctx, 'password', account), max: 10, windowSeconds: QUARTER })
export const guessesFrom = (ctx: Ctx, from: string): Limit => ({ key: keyOf(ctx, 'password-from', networkOf(from)), max: 100, windowSeconds: QUARTER })
/** For whoever holds somebody's card: four pictures are fewer than a password's letters, so a day has its limit too. */
export const guessesOnAccountADay = (ctx: Ctx, account: string): Limit => ({ key: keyOf(ctx, 'secret-day', account), max: 60, windowSeconds: 86_400 })
/** With a card in hand: a whole school behind one box mistypes more often than a household. */
export const cardGuessesFrom = (ctx: Ctx, from: string): Limit => ({ key: keyOf(ctx, 'card-from', networkOf(from)), max: 300, windowSeconds: QUARTER })
export const linksTo = (ctx: Ctx, address: string): Limit => ({ key: keyOf(ctx, 'link', address), max: 5, windowSeconds: QUARTER })
export const linksFrom = (ctx: Ctx, from: string): Limit => ({ key: keyOf(ctx, 'link-from', networkOf(from)), max: 100, windowSeconds: QUARTER })
export const unknownTokensFrom = (ctx: Ctx, from: string): Limit => ({ key: keyOf(ctx, 'token-from', networkOf(from)), max: 50, windowSeconds: QUARTER })

/** One household holds a whole /64 of IPv6: its addresses count as one. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv6' ? Buffer.from(parsed.toByteArray().slice(0, 8)).toString('hex') : parsed.toString()
}
