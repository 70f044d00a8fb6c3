import { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { spend } from '#kit/rate-limit.ts'
import { emailAlreadyKnown, linkRequested } from '../accounts.facts.ts'
import { AddressInput, localPath } from '../accounts.schema.ts'
import { findOwner } from '../emails/email-rows.ts'
import { linksFrom, linksTo } from './limits.ts'
import { insertLink } from './one-time-links.ts'

const LINK_MINUTES = 30

const Purpose = z.enum(['sign-in', 'verify-email'])
export type LinkPurpose = z.output<typeof Purpose>
type RequestLinkInput = { address: string; purpose: LinkPurpose; next?: string | undefined /** Network address of whoever asks. */; from?: string }

export const makeLinkJob = {
  name: 'accounts.make-link',
  schema: z.object({ linkId: z.guid(), address: z.string(), purpose: Purpose, next: z.string().optional(), personId: z.guid().optional(), locale: z.enum(['fr', 'en']) }),
}

/**
 * Asks for a one-time link by mail. Whether the address is known is looked up later, in a job:
 * neither the answer nor its delay tells whoever asks. To verify an address, somebody must be signed in.
 */
export async function requestLink(ctx: Ctx, input: RequestLinkInput): Promise<void> {
  const { address } = AddressInput.parse({ address: input.address })
  const purpose = Purpose.parse(input.purpose)
  const personId = purpose === 'verify-email' ? requirePerson(ctx).personId : undefined
  await spend(ctx.db, ctx.now(), linksFrom(ctx, input.from ?? ''))
  await spend(ctx.db, ctx.now(), linksTo(ctx, address))
  await ctx.jobs.send(makeLinkJob, { linkId: ctx.newId(), address, purpose, next: localPath(input.next), locale: ctx.locale, ...(personId && { personId }) })
}

export function makeLink(ctx: Ctx, input: z.output<typeof makeLinkJob.schema>): Promise<void> {
  return transaction(ctx, (ctx) => (input.purpose === 'sign-in' ? makeSignInLink(ctx, input) : makeVerificationLink(ctx, input)))
}

type LinkInput = z.output<typeof makeLinkJob.schema>

async function makeSignInLink(ctx: Ctx, { linkId, address, next }: LinkInput) {
  const person = (await findOwner(ctx, address)) ?? (await findExpectedPerson(ctx, address))
  if (person) await mailLink(ctx, { linkId, address, purpose: 'sign-in', next, personId: person.personId, locale: person.locale as 'fr' | 'en' })
}

async function makeVerificationLink(ctx: Ctx, { linkId, address, personId, locale }: LinkInput) {
  const owner = await findOwner(ctx, address)
  if (owner?.personId === personId) return
  if (owner) return ctx.jobs.announce(emailAlreadyKnown, { noticeId: linkId, address, locale: owner.locale as 'fr' | 'en' })
  await mailLink(ctx, { linkId, address, purpose: 'verify-email', personId: personId!, locale })
}

async function mailLink(ctx: Ctx, link: Omit<LinkInput, 'personId'> & { personId: string }) {
  const token = await insertLink(ctx, { ...link, id: link.linkId, minutes: LINK_MINUTES })
  if (!token) return
  const sealedToken = ctx.secrets.seal(Buffer.from(token), `link:${link.linkId}`).toString('base64')
  await ctx.jobs.announce(linkRequested, { linkId: link.linkId, address: link.address, locale: link.locale, purpose: link.purpose, sealedToken })
}

/**
 * An account that a structure made for this address and that nobody has entered: no password, no verified address, no access card.
 * Only whoever reads the mail of that address can be meant. An account that somebody uses never counts an address before it is verified.
 */
export function findExpectedPerson(ctx: Ctx, address: string) {
  return ctx.db
    .selectFrom('person_email')
    .innerJoin('person', 'person.id', 'person_email.person_id')
    .select(['person.id as personId', 'person.locale', 'person.given_name as givenName'])
    .where('person_email.address', '=', address)
    .where('person.password_hash', 'is', null)
    .where('person.closed_at', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('access_card').select('access_card.id').whereRef('access_card.person_id', '=', 'person.id'))))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('person_email as verified').select('verified.id').whereRef('verified.person_id', '=', 'person.id').where('verified.verified_at', 'is not', null))),
    )
    .orderBy('person.created_at')
    .orderBy('person.id')
    .executeTakeFirst()
}
