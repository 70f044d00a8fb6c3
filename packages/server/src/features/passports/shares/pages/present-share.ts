import type { Ctx } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import { inParis } from '#kit/paris-time.ts'
import { translate } from '#web/translations.ts'
import { listCollection } from '../../collection/list-collection.ts'
import type { ListedShare } from '../list-shares.ts'
import { isShowable } from '../list-shown.ts'

/** What addresses can show, by name: for their own person. */
export async function readNames(ctx: Ctx, personId: string) {
  const [collection, folios, cvs] = await Promise.all([
    listCollection(ctx, personId),
    ctx.db.selectFrom('folio').select(['id', 'title']).where('person_id', '=', personId).orderBy('changed_at', 'desc').execute(),
    ctx.db.selectFrom('cv').select(['id', 'title']).where('person_id', '=', personId).orderBy('changed_at', 'desc').execute(),
  ])
  return { collection: collection.filter(isShowable), folios, cvs }
}

export type Names = Awaited<ReturnType<typeof readNames>>

/** An address for the pages of its person. */
export function presentShare(share: ListedShare, names: Names, { now, locale }: Pick<Ctx, 'now' | 'locale'>) {
  const { scope, folioId, cvId, badgeIds, purpose, expiresAt, closedAt } = share
  const t = translate(locale)
  const titles = { folio: names.folios.find(({ id }) => id === folioId)?.title, cv: names.cvs.find(({ id }) => id === cvId)?.title }
  const known = new Map(names.collection.map(({ badgeId, name }) => [badgeId, name]))
  const end = closedAt ?? expiresAt
  /** Names of the badges that are still there to be shown, or the title of what was composed. */
  const shows = scope === 'badges' ? badgeIds.flatMap((badgeId) => known.get(badgeId) ?? []) : [titles[scope] ?? '']
  return {
    shareId: share.shareId,
    /** For whom, or else what it shows. */
    title: share.label || (purpose === 'interview' ? t('shares:purpose.interview.name') : shows.length === 1 ? shows[0]! : t('shares:facts.count', { count: shows.length })),
    scope,
    purpose,
    address: share.address,
    isOpen: share.address !== null,
    shows,
    openedOn: formatDay(share.createdAt, locale),
    endsOn: end && formatDay(end, locale),
    endsAt:
      purpose === 'interview' && expiresAt
        ? { time: inParis(expiresAt).time, iso: expiresAt.toISOString(), minutes: Math.max(0, Math.ceil((expiresAt.getTime() - now().getTime()) / 60_000)) }
        : null,
    wasClosed: closedAt !== null,
    again: againAddress(share),
  }
}

/** The form of a new address that shows the same. */
function againAddress({ scope, badgeIds, folioId, cvId, purpose, label }: ListedShare): string {
  const search = new URLSearchParams()
  // A long choice would not fit in an address.
  if (scope === 'badges' && badgeIds.length <= 50) for (const badgeId of badgeIds) search.append('badge', badgeId)
  else if (scope === 'badges') search.set('all', '1')
  else search.set(scope, (folioId ?? cvId)!)
  search.set('purpose', purpose)
  if (label) search.set('label', label)
  return `/me/shares/new?${search}`
}

export type PresentedShare = ReturnType<typeof presentShare>
