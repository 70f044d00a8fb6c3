import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { readStandings } from '../attempts/read-standings.ts'
import type { CellState } from '../practice.schema.ts'
import { enterAsParticipant } from '../programmes/enter-programme.ts'

/** Where one stands with one badge, and no more. */
export async function readMyState(ctx: Ctx, { programmeId, achievementId }: { programmeId: string; achievementId: string }): Promise<{ state: CellState }> {
  const { personId } = await enterAsParticipant(ctx, programmeId)
  const { badgeIds, people } = await readStandings(ctx, programmeId, { personId })
  const cell = people[0]!.cells[badgeIds.indexOf(achievementId)]
  if (!cell) throw refuse('not_found')
  return { state: cell.state }
}
