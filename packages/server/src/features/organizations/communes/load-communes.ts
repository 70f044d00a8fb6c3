import { readFile } from 'node:fs/promises'
import { type Ctx, transaction } from '#ctx'

type Source = { code: string; nom: string; type: string; departement?: string; collectiviteOutremer?: string; region?: string; codesPostaux?: string[]; population?: number }

const CHUNK = 5000

/** Fills the official list of communes (INSEE, as Etalab publishes it), once: all of it or nothing. Returns how many were written. */
export async function loadCommunes(ctx: Ctx): Promise<number> {
  if (await ctx.db.selectFrom('commune').select('code').limit(1).executeTakeFirst()) return 0
  const file = new URL(import.meta.resolve('@etalab/decoupage-administratif/data/communes.json'))
  const sources = (JSON.parse(await readFile(file, 'utf8')) as Source[]).filter(({ type }) => type === 'commune-actuelle')
  const rows = sources.map((source) => ({
    code: source.code,
    name: source.nom,
    department_code: source.departement ?? source.collectiviteOutremer ?? source.code.slice(0, 3),
    region_code: source.region ?? '',
    postal_codes: source.codesPostaux ?? [],
    population: source.population ?? 0,
  }))
  // One transaction: a start that is cut short would otherwise leave a part of the list, taken for the whole ever after.
  return transaction(ctx, async (ctx) => {
    for (let start = 0; start < rows.length; start += CHUNK)
      await ctx.db
        .insertInto('commune')
        .values(rows.slice(start, start + CHUNK))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    return rows.length
  })
}
