import type { Ctx, Locale } from '#ctx'
import { isProtected } from '#features/credentials/index.ts'
import { refuse } from '#kit/errors.ts'
import type { RequestState } from '../endorsements.schema.ts'
import { type Endorsement, presentRow } from '../list-endorsements.ts'
import { type KeptBadge, readBadge } from '../read-badge.ts'
import { listSigners, type SigningStructure } from '../signing/list-signers.ts'
import { type Door, findAsked, listCommonSchools } from './find-asked.ts'
import { stateOf } from './request-rows.ts'

export type Asked = {
  requestId: string
  state: RequestState
  locale: Locale
  /** Who comes by a link, without an account. */
  isOutsider: boolean
  /** The link was answered, or will be, with an account. */
  hasAccount: boolean
  askedName: string
  /** What they do where both belong. */
  askedFunction: string
  /** While it is open, or their own answer stands: who asks, and for what. */
  request: { holderName: string; givenName: string; isChild: boolean; className: string | null; message: string; badge: KeptBadge; expiresAt: Date } | null
  signers: SigningStructure[]
  answer: Endorsement | null
}

/** What whoever was asked sees. A request that is over shows nothing of anybody. */
export async function getAsked(ctx: Ctx, door: Door): Promise<Asked> {
  const row = await findAsked(ctx, door)
  const state = stateOf(row, ctx.now())
  const badge = await readBadge({ ...ctx, locale: row.locale as Locale }, row.badge_id)
  const answer = row.endorsement_id ? await ctx.db.selectFrom('endorsement').selectAll().where('id', '=', row.endorsement_id).executeTakeFirst() : undefined
  const schools = row.asked_id ? await listCommonSchools(ctx, row.holder_id, row.asked_id) : []
  const isChild = await isProtected(ctx, row.holder_id)
  const isMet = !isChild || schools.length > 0
  const isShown = badge?.holderId === row.holder_id && isMet && (state === 'answered' || (state === 'open' && badge.isEndorsable))
  return {
    requestId: row.id,
    state: state === 'open' && !isShown ? 'withdrawn' : state,
    locale: row.locale as Locale,
    isOutsider: 'token' in door,
    hasAccount: row.asked_id !== null,
    askedName: row.asked_full_name,
    askedFunction: await functionOf(ctx, row.asked_id, schools),
    request: isShown
      ? {
          holderName: row.holder_name,
          givenName: row.holder_given_name,
          isChild,
          className: await classOf(ctx, row.holder_id, schools),
          message: row.message,
          badge: row.shows_evidence && state === 'open' ? badge : { ...badge, narrative: null, evidence: [] },
          expiresAt: row.expires_at,
        }
      : null,
    signers: state === 'open' && 'requestId' in door ? await listSigners(ctx, row.holder_id) : [],
    answer: answer ? presentRow(ctx, answer) : null,
  }
}

/** The picture of an imported badge, for whoever was asked, while they are. */
export async function readAskedPicture(ctx: Ctx, door: Door): Promise<Buffer> {
  const row = await findAsked(ctx, door)
  if (stateOf(row, ctx.now()) !== 'open') throw refuse('not_found')
  const badge = await ctx.db.selectFrom('imported_badge').select('picture').where('id', '=', row.badge_id).where('person_id', '=', row.holder_id).executeTakeFirst()
  if (!badge?.picture) throw refuse('not_found')
  return badge.picture
}

async function functionOf(ctx: Ctx, personId: string | null, schools: string[]): Promise<string> {
  if (!personId || schools.length === 0) return ''
  const row = await ctx.db
    .selectFrom('membership')
    .select('title')
    .where('person_id', '=', personId)
    .where('organization_id', 'in', schools)
    .orderBy('title', 'desc')
    .executeTakeFirst()
  return row?.title ?? ''
}

async function classOf(ctx: Ctx, holderId: string, schools: string[]): Promise<string | null> {
  if (schools.length === 0) return null
  const row = await ctx.db
    .selectFrom('cohort')
    .innerJoin('cohort_member', 'cohort_member.cohort_id', 'cohort.id')
    .select('cohort.name')
    .where('cohort.organization_id', 'in', schools)
    .where('cohort_member.person_id', '=', holderId)
    .where('cohort_member.left_at', 'is', null)
    .where('cohort.archived_at', 'is', null)
    .where('cohort.kind', '=', 'class')
    .orderBy('cohort.name')
    .executeTakeFirst()
  return row?.name ?? null
}
