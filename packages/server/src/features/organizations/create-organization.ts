import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { OrganizationFields } from './organization.schema.ts'
import { refuseOrganization } from './organizations.errors.ts'
import { organizationCreated } from './organizations.facts.ts'

/** Network administrators open structures; the structure's own people come by invitation. */
export async function createOrganization(ctx: Ctx, input: OrganizationFields & { slug?: string }): Promise<{ organizationId: string; slug: string }> {
  if (ctx.actor.kind === 'anonymous') throw refuse('not_signed_in')
  if (ctx.actor.kind === 'person' && !ctx.actor.isNetworkAdmin) throw refuse('not_allowed')
  const { communeCode, website, email, uai, ...fields } = OrganizationFields.parse(input)
  return transaction(ctx, async (ctx) => {
    await demandCommune(ctx, communeCode)
    const organizationId = ctx.newId()
    const slug = await freeSlug(ctx, input.slug ?? fields.name, input.slug !== undefined)
    await ctx.db
      .insertInto('organization')
      .values({ id: organizationId, slug, ...fields, website: website ?? null, email: email ?? null, uai: uai ?? null, commune_code: communeCode ?? null, created_at: ctx.now() })
      .execute()
    await ctx.jobs.announce(organizationCreated, { organizationId })
    return { organizationId, slug }
  })
}

export async function demandCommune(ctx: Ctx, code: string | undefined): Promise<void> {
  if (code && !(await ctx.db.selectFrom('commune').select('code').where('code', '=', code).executeTakeFirst())) throw refuseOrganization('unknown_commune')
}

const RESERVED = new Set(['new', 'network', 'me'])

/** « Collège Maurice Bedel » → "college-maurice-bedel"; a second one gets "-2". */
async function freeSlug(ctx: Ctx, name: string, isImposed: boolean): Promise<string> {
  const wanted = slugOf(name)
  // One at a time: two structures of one name may be created at once.
  await sql`select pg_advisory_xact_lock(hashtext('organization.slug'))`.execute(ctx.db)
  const rows = await ctx.db
    .selectFrom('organization')
    .select('slug')
    .where((where) => where.or([where('slug', '=', wanted), where('slug', 'like', `${wanted}-%`)]))
    .execute()
  const taken = new Set(rows.map((row) => row.slug))
  if (!taken.has(wanted) && !RESERVED.has(wanted)) return wanted
  if (isImposed) throw refuseOrganization('slug_taken')
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}

function slugOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return words === '' ? 'structure' : words
}
