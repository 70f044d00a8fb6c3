import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { type CommuneView, communeLabel } from '../organization.schema.ts'
import { refuseOrganization } from '../organizations.errors.ts'
import { normalizePlace, type PlaceQuery, readPlace } from './normalize-place.ts'

const AT_MOST = 8

/** Places whose name, or one of its words, begins as typed; then those written nearly so. The larger first. A postal code works too. */
export async function searchCommunes(ctx: Pick<Ctx, 'db'>, text: string): Promise<CommuneView[]> {
  const query = readPlace(text)
  if (query.name.length < 2 && !query.postalCode) return []
  const prefixed = await select(ctx, query, query.name ? sql`search_name like ${`${query.name}%`} or search_name like ${`% ${query.name}%`}` : sql`true`)
  if (prefixed.length > 0 || query.name.length < 3) return prefixed
  return select(ctx, query, sql`search_name % ${query.name}`)
}

async function select(ctx: Pick<Ctx, 'db'>, { name, department, postalCode }: PlaceQuery, isMatch: ReturnType<typeof sql>): Promise<CommuneView[]> {
  const inPlace = department ? sql`department_code = ${department}` : postalCode ? postalCondition(postalCode) : sql`true`
  const { rows } = await sql<CommuneView>`
    select code, name, department_code as "departmentCode", postal_codes as "postalCodes", population
    from commune where (${isMatch}) and ${inPlace}
    order by case when search_name = ${name} then 0 when search_name like ${`${name}%`} then 1 when search_name like ${`% ${name}%`} then 2 else 3 end,
      case when search_name like ${`%${name}%`} then 0 else 1 - similarity(search_name, ${name}) end, population desc, code
    limit ${AT_MOST}`.execute(ctx.db)
  return rows
}

const postalCondition = (typed: string) =>
  typed.length === 5 ? sql`postal_codes @> array[${typed}]` : sql`exists (select from unnest(postal_codes) as postal where postal like ${`${typed}%`})`

/** What a form says of a place: the code that was chosen, else the one place that the text can only mean. */
export async function resolveCommune(ctx: Ctx, chosen: { code?: string; text?: string }): Promise<string | undefined> {
  const text = chosen.text?.trim() ?? ''
  const choices = text === '' ? [] : await searchCommunes(ctx, text)
  if (chosen.code) {
    const known = await ctx.db.selectFrom('commune').select(['code', 'name', 'department_code as departmentCode']).where('code', '=', chosen.code).executeTakeFirst()
    // Without scripts the text may have been changed after a choice was made: a choice that it no longer means is dropped.
    if (known && (text === '' || text === communeLabel(known) || choices.some(({ code }) => code === known.code))) return known.code
  }
  if (text === '') return undefined
  const meant = choices.filter((choice) => communeLabel(choice) === text || normalizePlace(choice.name) === readPlace(text).name)
  if (meant.length === 1) return meant[0]!.code
  throw refuseUnclear(choices)
}

/** The places that a text may mean, as a question for whoever fills the form. */
export async function askWhichCommune(ctx: Ctx, text: string): Promise<never> {
  throw refuseUnclear(await searchCommunes(ctx, text))
}

const refuseUnclear = (choices: CommuneView[]) =>
  refuseOrganization('commune_unclear', { choices: choices.map((choice) => ({ code: choice.code, label: communeLabel(choice), postalCodes: choice.postalCodes.slice(0, 3) })) })
