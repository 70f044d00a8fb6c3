import { type Ctx, requirePerson } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { readSharing } from '#features/credentials/index.ts'

/** What is kept of the person who asks, in numbers and names, for the page that says it in words. */
export async function readOverview(ctx: Ctx) {
  const { personId } = requirePerson(ctx)
  const person = await getPerson(ctx, personId)
  const { received, imported, notes, pages, cvs } = await ctx.db
    .selectNoFrom((eb) => [
      eb.selectFrom('credential').select(eb.fn.countAll<number>().as('n')).where('person_id', '=', personId).as('received'),
      eb.selectFrom('imported_badge').select(eb.fn.countAll<number>().as('n')).where('person_id', '=', personId).as('imported'),
      eb.selectFrom('badge_note').select(eb.fn.countAll<number>().as('n')).where('person_id', '=', personId).where('sentence', '<>', '').as('notes'),
      eb.selectFrom('folio').select(eb.fn.countAll<number>().as('n')).where('person_id', '=', personId).as('pages'),
      eb.selectFrom('cv').select(eb.fn.countAll<number>().as('n')).where('person_id', '=', personId).as('cvs'),
    ])
    .executeTakeFirstOrThrow()
  const structures = await ctx.db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select('organization.name')
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .orderBy('organization.name')
    .execute()
  return {
    name: `${person.givenName} ${person.familyName}`.trim(),
    addresses: person.emails.map(({ address }) => address),
    structures: structures.map(({ name }) => name),
    counts: { received: Number(received), imported: Number(imported), notes: Number(notes), pages: Number(pages), cvs: Number(cvs) },
    isProtected: (await readSharing(ctx, personId)).isProtected,
  }
}
