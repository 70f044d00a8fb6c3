import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { castVote } from './cast-vote.ts'
import { decideDossier } from './decide-dossier.ts'
import { declareRecusal } from './recusals.ts'
import { markPresence, revealVotes, startSession } from './run-meeting.ts'

type Fields = Record<string, string | undefined>

/** What is done at the table of the meeting, by a form or by what a browser kept while it was offline: the same acts, each of which may come twice. */
export async function actInSession(ctx: Ctx, juryId: string, { intent = '', dossierId = '', ...fields }: Fields): Promise<void> {
  const act = ACTS[intent]
  if (!act) throw refuse('invalid_input')
  await act(ctx, juryId, { dossierId, ...fields })
}

const ACTS: Record<string, (ctx: Ctx, juryId: string, fields: Fields) => Promise<void>> = {
  start: (ctx, juryId) => startSession(ctx, juryId),
  present: (ctx, juryId, { memberId = '', isPresent }) => markPresence(ctx, { juryId, memberId, isPresent: isPresent === 'yes' }),
  vote: (ctx, juryId, { dossierId, vote, comment = '' }) => castVote(ctx, { juryId }, { dossierId, vote, comment } as never),
  recuse: (ctx, juryId, { dossierId = '', word = '' }) => declareRecusal(ctx, { juryId }, { dossierId, word }),
  reveal: (ctx, juryId, { dossierId = '' }) => revealVotes(ctx, { juryId, dossierId }),
  decide: (ctx, juryId, { dossierId, decision, reason = '', levelId, revision, key }) =>
    decideDossier(ctx, juryId, { dossierId, decision, reason, levelId, revision, key } as never),
}
