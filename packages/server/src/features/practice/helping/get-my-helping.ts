import type { Ctx } from '#ctx'
import { enterAsParticipant } from '../programmes/enter-programme.ts'
import { isHolder } from './is-holder.ts'
import { listHelpers } from './list-helpers.ts'
import { listOpenHelps, type OpenHelp } from './list-my-helps.ts'
import { type Mate, readMates } from './mates.ts'
import { type HelperProgress, readHelperProgress } from './read-helper-progress.ts'

type Which = { programmeId: string; achievementId: string }
export type MyHelping = {
  /** Whom one may ask, for a badge that one does not hold. */
  helpers: Mate[]
  /** For a badge that one holds. `paused`: a teacher stopped it. */
  offer: 'none' | 'on' | 'paused' | null
  /** Whom one may have helped. */
  mates: Mate[]
  open: OpenHelp[]
  progress: HelperProgress | undefined
}

/** One's own page of a badge: who can help, or whom one helps. */
export async function getMyHelping(ctx: Ctx, { programmeId, achievementId }: Which): Promise<MyHelping> {
  const { personId } = await enterAsParticipant(ctx, programmeId)
  const which = { programmeId, achievementId, personId }
  const [isHeld, open] = await Promise.all([isHolder(ctx, which), listOpenHelps(ctx, which)])
  const here = open.filter((help) => help.achievementId === achievementId)
  if (!isHeld) return { helpers: await listHelpers(ctx, which), offer: null, mates: [], open: here, progress: undefined }
  const offer = await readOffer(ctx, which)
  const [mates, progress] = offer === 'on' ? await Promise.all([readMates(ctx, which), readHelperProgress(ctx, which)]) : [[], undefined]
  return { helpers: [], offer, mates, open: here, progress }
}

async function readOffer(ctx: Ctx, { programmeId, achievementId, personId }: Which & { personId: string }): Promise<'none' | 'on' | 'paused'> {
  const row = await ctx.db
    .selectFrom('help_offer')
    .select(['stopped_at', 'stopped_by'])
    .where('programme_id', '=', programmeId)
    .where('achievement_id', '=', achievementId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return 'none'
  return row.stopped_by ? 'paused' : row.stopped_at ? 'none' : 'on'
}
