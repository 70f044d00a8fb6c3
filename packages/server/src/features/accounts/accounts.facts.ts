import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

const Locale = z.enum(['fr', 'en'])

/** A one-time link must reach this address. `sealedToken` is base64 of `secrets.seal(token, 'link:' + linkId)`: a queue that leaks opens nothing. */
export const linkRequested = defineFact(
  'link.requested',
  z.object({ linkId: z.guid(), address: z.string(), locale: Locale, purpose: z.enum(['sign-in', 'verify-email']), sealedToken: z.string() }),
)

/** Somebody asked to add an address that another account has verified: only its owner is told. */
export const emailAlreadyKnown = defineFact('email.already-known', z.object({ noticeId: z.guid(), address: z.string(), locale: Locale }))

/** From now on this address counts: what was sent to it belongs to this person. */
export const emailVerified = defineFact('email.verified', z.object({ personId: z.guid(), address: z.string() }))

/** Somebody is gone: what is kept of them elsewhere goes too. The addresses are those that were proved to be theirs. */
export const accountClosed = defineFact('account.closed', z.object({ personId: z.guid(), addresses: z.array(z.string()) }))
