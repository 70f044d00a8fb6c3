import { type Ctx, requirePerson } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { translate } from '#web/translations.ts'
import { listCollection } from '../collection/list-collection.ts'
import { refuse } from './cv.errors.ts'
import { CvContent, type CvContentInput, type CvLocale, emptyContent, MOST } from './cv.schema.ts'
import { showable } from './showable.ts'

const MAX_CVS = 30

type Beginning = { locale: CvLocale; title?: string | undefined; withBadges?: boolean; from?: Partial<CvContentInput> }

/** Begins a CV: with the name, the address and the badges that its person has here, or with what another file said. */
export async function createCv(ctx: Ctx, { locale, title, withBadges = true, from = {} }: Beginning): Promise<{ cvId: string }> {
  const { personId } = requirePerson(ctx)
  const { count } = await ctx.db
    .selectFrom('cv')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MAX_CVS) throw refuse('too_many_cvs', { max: MAX_CVS })
  const person = await getPerson(ctx, personId)
  const badges = withBadges ? (await listCollection({ ...ctx, locale }, personId)).filter((badge) => showable(badge) && badge.state === 'valid').slice(0, MOST.badges) : []
  const known = {
    ...emptyContent(`${person.givenName} ${person.familyName}`.trim()),
    email: person.emails.find(({ isVerified }) => isVerified)?.address ?? '',
    skills: [...new Set(badges.flatMap(({ skills }) => skills.filter(({ kind }) => kind === 'alignment').map(({ name }) => name)))].slice(0, 12),
    sentences: Object.fromEntries(badges.filter(({ sentence }) => sentence !== '').map(({ badgeId, sentence }) => [badgeId, sentence])),
  }
  const content = CvContent.parse({ ...known, ...from })
  const cvId = ctx.newId()
  const now = ctx.now()
  await ctx.db
    .insertInto('cv')
    .values({
      id: cvId,
      person_id: personId,
      title: title?.trim().slice(0, 120) || translate(locale)('cv:first_title'),
      locale,
      content: JSON.stringify(content),
      badge_ids: badges.map(({ badgeId }) => badgeId),
      created_at: now,
      changed_at: now,
    })
    .execute()
  return { cvId }
}
