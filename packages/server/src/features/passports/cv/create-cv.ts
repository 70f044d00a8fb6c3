import { type Ctx, requirePerson } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { translate } from '#web/translations.ts'
import { listCollection } from '../collection/list-collection.ts'
import { refuse } from './cv.errors.ts'
import { CvContent, type CvContentInput, type CvLocale, emptyContent, MOST } from './cv.schema.ts'
import { getCv } from './read-cvs.ts'
import { showable } from './showable.ts'

const MAX_CVS = 30

type Beginning = { locale: CvLocale; title?: string | undefined; withBadges?: boolean; from?: Partial<CvContentInput> }

/** Begins a CV: with the name, the address and the badges that its person has here, or with what another file said. */
export async function createCv(ctx: Ctx, { locale, title, withBadges = true, from = {} }: Beginning): Promise<{ cvId: string }> {
  const { personId } = requirePerson(ctx)
  const person = await getPerson(ctx, personId)
  const badges = withBadges ? (await listCollection({ ...ctx, locale }, personId)).filter((badge) => showable(badge) && badge.state === 'valid').slice(0, MOST.badges) : []
  const known = {
    ...emptyContent(`${person.givenName} ${person.familyName}`.trim()),
    email: person.emails.find(({ isVerified }) => isVerified)?.address ?? '',
    skills: [...new Set(badges.flatMap(({ skills }) => skills.filter(({ kind }) => kind === 'alignment').map(({ name }) => name)))].slice(0, 12),
    sentences: Object.fromEntries(badges.filter(({ sentence }) => sentence !== '').map(({ badgeId, sentence }) => [badgeId, sentence])),
  }
  const content = CvContent.parse({ ...known, ...from })
  return insertCv(ctx, { personId, title: title?.trim().slice(0, 120) || translate(locale)('cv:first_title'), locale, content, badgeIds: badges.map(({ badgeId }) => badgeId) })
}

/** The same CV again, for another aim or another language: what it says is then changed by its person. */
export async function copyCv(ctx: Ctx, { cvId, locale }: { cvId: string; locale: CvLocale }): Promise<{ cvId: string }> {
  const { title, content, badgeIds, personId } = await getCv(ctx, cvId)
  return insertCv(ctx, { personId, title: translate(ctx.locale)('cv:copy_of', { title }).slice(0, 120), locale, content, badgeIds })
}

type Fresh = { personId: string; title: string; locale: CvLocale; content: CvContent; badgeIds: string[] }

async function insertCv(ctx: Ctx, { personId, title, locale, content, badgeIds }: Fresh): Promise<{ cvId: string }> {
  const { count } = await ctx.db
    .selectFrom('cv')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MAX_CVS) throw refuse('too_many_cvs', { max: MAX_CVS })
  const now = ctx.now()
  const row = { id: ctx.newId(), person_id: personId, title, locale, content: JSON.stringify(content), badge_ids: badgeIds, created_at: now, changed_at: now }
  await ctx.db.insertInto('cv').values(row).execute()
  return { cvId: row.id }
}
