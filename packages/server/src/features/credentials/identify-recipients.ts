// Who the recipients are here: a person of the structure, whoever verified the address, or a name on a card.
import type { Ctx } from '#ctx'
import { refuse } from './credentials.errors.ts'
import type { Recipient } from './credentials.schema.ts'

export type Identified<R extends Recipient = Recipient> = R & {
  /** Every address by which this person may already hold the badge. */
  addresses: string[]
}

/** Fills in the person of a verified address, and the address and name of a person. */
export async function identifyRecipients<R extends Recipient>(ctx: Ctx, organizationId: string, recipients: R[]): Promise<Identified<R>[]> {
  const byAddress = await findPeopleByAddress(ctx, recipients)
  const personIds = [...new Set(recipients.flatMap(({ personId, email }) => personId ?? byAddress.get(email ?? '') ?? []))]
  const people = await readPeople(ctx, personIds)
  await demandKnown(ctx, organizationId, recipients)
  return recipients.map((recipient) => {
    const personId = recipient.personId ?? byAddress.get(recipient.email ?? '')
    const person = personId ? people.get(personId) : undefined
    if (recipient.personId && !person) throw refuse('recipient_unknown')
    const email = recipient.email ?? person?.addresses[0]
    const addresses = [...new Set([...(email ? [email] : []), ...(person?.addresses ?? [])])]
    return { ...recipient, name: recipient.name || (person?.name ?? ''), ...(personId && { personId }), ...(email && { email }), addresses }
  })
}

/** Nobody is named by an id that was found elsewhere: a person is of this structure, or is told by an address. */
async function demandKnown(ctx: Ctx, organizationId: string, recipients: Recipient[]) {
  if (ctx.actor.kind === 'system') return
  const named = [...new Set(recipients.flatMap(({ personId }) => personId ?? []))]
  if (named.length === 0) return
  const members = await ctx.db.selectFrom('membership').select('person_id').where('organization_id', '=', organizationId).where('person_id', 'in', named).execute()
  if (new Set(members.map(({ person_id }) => person_id)).size < named.length) throw refuse('recipient_unknown')
}

async function findPeopleByAddress(ctx: Ctx, recipients: Recipient[]): Promise<Map<string, string>> {
  const addresses = [...new Set(recipients.flatMap(({ personId, email }) => (personId || !email ? [] : email)))]
  if (addresses.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('person_email').select(['address', 'person_id']).where('address', 'in', addresses).where('verified_at', 'is not', null).execute()
  return new Map(rows.map(({ address, person_id }) => [address.toLowerCase(), person_id]))
}

async function readPeople(ctx: Ctx, personIds: string[]) {
  if (personIds.length === 0) return new Map<string, { name: string; addresses: string[] }>()
  const people = await ctx.db.selectFrom('person').select(['id', 'given_name', 'family_name']).where('id', 'in', personIds).execute()
  const emails = await ctx.db
    .selectFrom('person_email')
    .select(['person_id', 'address'])
    .where('person_id', 'in', personIds)
    .where('verified_at', 'is not', null)
    .orderBy('is_primary', 'desc')
    .execute()
  return new Map(
    people.map(({ id, given_name, family_name }) => [
      id,
      {
        name: `${given_name} ${family_name}`.trim(),
        addresses: emails.filter(({ person_id }) => person_id === id).map(({ address }) => address.toLowerCase()),
      },
    ]),
  )
}
