// Walks, signed out, through everything that answers: every route with every known id in every place, and every link that comes back.
import { sql } from 'kysely'
import type { ServerBuild } from 'react-router'
import type { App } from '../../src/app.ts'
import type { Ctx } from '../../src/ctx.ts'
import { owners } from '../../src/db/owners.ts'
import { isUnder15 } from '../../src/features/accounts/index.ts'
import { listPages } from './access-attempts.ts'
import { API, PAGES } from './access-table.ts'

/** What identifies somebody: a family name, an address, or a first name together with a class. */
export type Needle = { text: string; pattern: RegExp; words: string[] }

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const word = (text: string) => `(?<![\\p{L}\\p{N}-])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}-])`

/** Of everybody below 15, and of pupils whose age nobody knows. Names that are also words of the place, or names of grown-ups, would prove nothing. */
export async function listNeedles(ctx: Ctx): Promise<Needle[]> {
  const people = await ctx.db
    .selectFrom('person')
    .leftJoin('membership', (join) => join.onRef('membership.person_id', '=', 'person.id').on('membership.is_pupil', '=', true))
    .select(['person.id', 'given_name', 'family_name', 'birth_date', 'is_pupil'])
    .execute()
  const isYoung = (person: (typeof people)[number]) => (person.birth_date === null ? person.is_pupil === true : isUnder15(person.birth_date as unknown as string, ctx.now()))
  const known = new Set(people.filter((person) => !isYoung(person)).flatMap(({ given_name, family_name }) => [given_name, family_name]))
  const young = people.filter(isYoung)
  const names = new Set(young.map(({ family_name }) => family_name).filter((name) => name.length > 3 && !known.has(name)))
  const addresses = await ctx.db.selectFrom('person_email').select('address').execute()
  const classes = await ctx.db
    .selectFrom('cohort_member')
    .innerJoin('cohort', 'cohort.id', 'cohort_id')
    .select(['person_id', 'name'])
    .where(
      'person_id',
      'in',
      young.map(({ id }) => id),
    )
    .execute()
  const givenNames = new Map(young.map(({ id, given_name }) => [id, given_name]))
  const inClass = classes.map(({ person_id, name }) => {
    const [given, of] = [word(givenNames.get(person_id)!), word(name)]
    return { text: `${givenNames.get(person_id)} + ${name}`, pattern: new RegExp(`${given}.{0,120}?${of}|${of}.{0,120}?${given}`, 'su') }
  })
  const alone = [...names, ...addresses.map(({ address }) => address)].map((text) => ({ text, pattern: new RegExp(word(text), 'iu') }))
  return [...alone, ...inClass].map((needle) => ({ ...needle, words: wordsOf(needle.text) }))
}

/** Ids, slugs and numbers that stand in tables, `perColumn` of each column. */
async function readIds(ctx: Ctx, tables: readonly string[], perColumn: number): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and (column_name = 'id' and data_type = 'uuid' or column_name in ('slug', 'number', 'position', 'versions'))`.execute(ctx.db)
  const found = columns
    .filter(({ table }) => tables.includes(table))
    .map(async ({ table, column }) => {
      const { rows } = await sql<{ id: string }>`select distinct ${sql.ref(column)}::text as id from ${sql.table(table)} order by 1 limit ${perColumn}`.execute(ctx.db)
      return rows.map(({ id }) => id)
    })
  return [...new Set((await Promise.all(found)).flat())]
}

export type Ids = { all: string[]; some: string[] }

/** What is asked of addresses that anybody may open, and what is asked of the others: something of every table, and what no table holds. */
export async function listIds(ctx: Ctx): Promise<Ids> {
  const tables = Object.keys(owners).filter((table) => table !== 'commune')
  const some = await readIds(ctx, tables, 1)
  const strange = [some[0]!.toUpperCase(), `${some[0]!.slice(0, -1)}0`, `${some[0]}%00`, '..%2f..%2fetc%2fpasswd', '*', '0', "'"]
  const published = await readIds(ctx, ['credential', 'achievement', 'achievement_version', 'image', 'issuer', 'status_list', 'organization', 'attachment'], 10)
  const people = await readIds(ctx, ['person', 'cohort', 'nomination', 'nomination_voice'], 3)
  return { all: [...new Set([...published, ...people, ...some, ...strange])], some: [...some, ...strange] }
}

export type Pattern = { path: string; accept: string; isOpen: boolean }

/**
 * Every pattern of the API and of the pages that can be read. Open is what the table of accesses opens to everybody or to who holds it, and
 * what it does not know; what is opened by a secret in its address is not.
 */
export function listPatterns(app: App, build: ServerBuild): Pattern[] {
  const api = app.routes
    .filter(({ method, path }) => method === 'GET' && path !== '*')
    .map(({ path }) => ({ path, accept: 'application/ld+json', rules: [API[path] ?? []].flat() }))
  const pages = listPages(build).flatMap(({ path, isRead }) => (isRead && path !== '/*' ? [{ path, accept: 'text/html', rules: [PAGES[path] ?? []].flat() }] : []))
  return [...api, ...pages].map(({ path, accept, rules }) => {
    const isOpen = rules.length === 0 || rules.some(({ open }) => open === 'everybody' || open.startsWith('holder'))
    return { path, accept, isOpen: isOpen && !/:(?:token|code)/.test(path) }
  })
}

/** One place gets every id; where there are several, all but one are what somebody could know. */
export function* fillIn(pattern: string, ids: readonly string[], guesses: Record<string, string>): Generator<string> {
  const places = [...pattern.matchAll(/:(\w+)(?:\{[^}]*\})?/g)]
  if (places.length === 0) yield pattern
  for (const [turned] of places) for (const id of ids) yield pattern.replace(/:(\w+)(?:\{[^}]*\})?/g, (whole, name: string) => (whole === turned ? id : (guesses[name] ?? ids[0]!)))
}

/** What a body says, also where it says it in Base64. */
export function textOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8')
  const hidden = [...text.matchAll(/[\w-]{40,}/g)].map(([part]) => Buffer.from(part, 'base64url').toString('utf8'))
  const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/&#x?\w+;|&\w+;/g, ' ')
  return [unescaped, ...hidden].join('\n').normalize('NFC')
}

/** Only needles whose words are all there are looked for closely. */
export function findLeaks(text: string, needles: readonly Needle[]): string[] {
  const words = new Set(wordsOf(text))
  return needles.filter((needle) => needle.words.every((part) => words.has(part)) && needle.pattern.test(text)).map((needle) => needle.text)
}

export const linksIn = (text: string, origin: string): string[] =>
  [...text.matchAll(/(?:href|src|content|action)="([^"#]+)/g)]
    .map(([, link]) => link!.replaceAll('&amp;', '&'))
    .map((link) => (link.startsWith(`${origin}/`) ? link.slice(origin.length) : link))
    .filter((link) => link.startsWith('/') && !link.startsWith('//') && !link.startsWith('/assets/'))
