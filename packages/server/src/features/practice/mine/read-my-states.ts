import type { Ctx } from '#ctx'
import { readStandings } from '../attempts/read-standings.ts'
import type { CellState } from '../practice.schema.ts'
import { enterAsParticipant } from '../programmes/enter-programme.ts'

/** By badge. */
export type MyStates = { states: Record<string, CellState> }

/** Where one stands in one’s own programme, and no more. */
export async function readMyStates(ctx: Ctx, programmeId: string): Promise<MyStates> {
  const { personId } = await enterAsParticipant(ctx, programmeId)
  const { badgeIds, people } = await readStandings(ctx, programmeId, { personId })
  return { states: Object.fromEntries(badgeIds.map((badgeId, index) => [badgeId, people[0]!.cells[index]!.state])) }
}
