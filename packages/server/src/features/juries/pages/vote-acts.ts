import type { Ctx } from '#ctx'
import { text } from '#kit/read-form.ts'
import { castVote } from '../meeting/cast-vote.ts'
import { declareRecusal } from '../meeting/recusals.ts'
import { arrive } from '../meeting/run-meeting.ts'
import { readTable } from '../read/read-table.ts'
import { type At, takeMemberSeat } from '../take-seat.ts'
import { presentTable } from './present.ts'

/** What a member reads to vote: the whole agenda, one dossier opened. */
export async function readVotePage(ctx: Ctx, at: At, request: Request) {
  const seat = await takeMemberSeat(ctx, at)
  const table = presentTable(ctx, await readTable(ctx, seat))
  const asked = new URL(request.url).searchParams.get('dossier')
  const current = table.dossiers.find(({ dossierId }) => dossierId === asked) ?? table.dossiers.find(isLeft) ?? table.dossiers[0]
  return { table, current }
}

/** Votes, steps aside or says « je suis là », and says where to go on: to the next dossier that waits for a vote. */
export async function actAsMember(ctx: Ctx, at: At, form: FormData): Promise<string> {
  const dossierId = text(form, 'dossierId')
  const intent = text(form, 'intent')
  if (intent === 'arrive') {
    await arrive(ctx, at)
    return '?done=arrived'
  }
  if (intent === 'recuse') await declareRecusal(ctx, at, { dossierId, word: text(form, 'word') })
  else await castVote(ctx, at, { dossierId, vote: text(form, 'vote'), comment: text(form, 'comment') } as never)
  return `?dossier=${dossierId}&done=${intent === 'recuse' ? 'recused' : 'voted'}`
}

const isLeft = ({ myVote, myRecusal, decision }: { myVote?: unknown; myRecusal?: unknown; decision?: unknown }) => !myVote && !myRecusal && !decision
