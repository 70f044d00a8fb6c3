import { type Ctx, requirePerson } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import type { CvContent, CvLocale } from './cv.schema.ts'

export type Cv = { cvId: string; personId: string; title: string; locale: CvLocale; content: CvContent; badgeIds: string[]; changedAt: Date }

/** For its person, and for the platform when it shows one to whom its person chose. */
export async function findCv(ctx: Ctx, cvId: string): Promise<Cv | undefined> {
  if (!isUuid(cvId)) return undefined
  const row = await ctx.db.selectFrom('cv').selectAll().where('id', '=', cvId).executeTakeFirst()
  if (!row || (ctx.actor.kind !== 'system' && requirePerson(ctx).personId !== row.person_id)) return undefined
  return present(row)
}

export async function getCv(ctx: Ctx, cvId: string): Promise<Cv> {
  requirePerson(ctx)
  const cv = await findCv(ctx, cvId)
  if (!cv) throw refuse('not_found')
  return cv
}

/** A person's own, the last one that was worked on first. */
export async function listCvs(ctx: Ctx): Promise<Cv[]> {
  const { personId } = requirePerson(ctx)
  const rows = await ctx.db.selectFrom('cv').selectAll().where('person_id', '=', personId).orderBy('changed_at', 'desc').orderBy('id').execute()
  return rows.map(present)
}

type Row = { id: string; person_id: string; title: string; locale: string; content: unknown; badge_ids: string[]; changed_at: Date }

const present = ({ id, person_id, title, locale, content, badge_ids, changed_at }: Row): Cv => ({
  cvId: id,
  personId: person_id,
  title,
  locale: locale as CvLocale,
  content: content as CvContent,
  badgeIds: badge_ids,
  changedAt: changed_at,
})
