import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from './accounts.errors.ts'
import { accountClosed } from './accounts.facts.ts'

/** What stands in the records of others where the name stood. */
const CLOSED_NAME = { fr: 'Compte fermé', en: 'Closed account' }

/**
 * A person goes: their name, addresses, secret and sessions with them. The row stays, blank, for what others decided with them. Whoever calls has
 * asked them whether they are sure, and takes care of what is kept elsewhere.
 */
export async function closeAccount(ctx: Ctx): Promise<void> {
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    await demandAnotherAdministrator(ctx, personId)
    const person = await ctx.db.selectFrom('person').select('locale').where('id', '=', personId).where('closed_at', 'is', null).forUpdate().executeTakeFirst()
    if (!person) throw refuseKit('not_found')
    const addresses = await ctx.db.deleteFrom('person_email').where('person_id', '=', personId).returning(['address', 'verified_at']).execute()
    await ctx.db.deleteFrom('session').where('person_id', '=', personId).execute()
    await ctx.db.deleteFrom('one_time_link').where('person_id', '=', personId).execute()
    // A link that is under way would make a new account out of the old address.
    const own = addresses.filter(({ verified_at }) => verified_at !== null).map(({ address }) => address)
    if (own.length > 0) await ctx.db.deleteFrom('one_time_link').where('address', 'in', own).execute()
    await ctx.db
      .updateTable('person')
      .set({
        given_name: CLOSED_NAME[person.locale === 'en' ? 'en' : 'fr'],
        family_name: '',
        birth_date: null,
        password_hash: null,
        secret_kind: 'password',
        screen_name: null,
        color_scheme: 'auto',
        is_network_admin: false,
        closed_at: ctx.now(),
      })
      .where('id', '=', personId)
      .execute()
    await ctx.jobs.announce(accountClosed, { personId, addresses: own })
  })
}

/** Somebody must be left to run the network. */
export async function isLastAdministrator(ctx: Ctx, personId: string): Promise<boolean> {
  const administrators = await ctx.db.selectFrom('person').select('id').where('is_network_admin', '=', true).where('closed_at', 'is', null).orderBy('id').execute()
  return administrators.length === 1 && administrators[0]!.id === personId
}

async function demandAnotherAdministrator(ctx: Ctx, personId: string): Promise<void> {
  // All of them wait: two who go at once must not both count on the other.
  await ctx.db.selectFrom('person').select('id').where('is_network_admin', '=', true).orderBy('id').forUpdate().execute()
  if (await isLastAdministrator(ctx, personId)) throw refuse('network_admin_stays')
}
