import type { Vote } from '../juries.schema.ts'

export type Counts = Record<Vote, number>

type Standing = { isNominee: boolean; isMember: boolean; isRecused: boolean; hasVoted: boolean; isDecided: boolean; isRevealed: boolean; haveAllVoted: boolean }

/**
 * Blind until one has voted. Counts come up for the whole table once all those present voted, or the president shows them; who voted
 * what, and why, only to those who have voted themselves. Whoever stepped aside sees it once it is decided, the nominee never.
 */
export function whatIsSeen({ isNominee, isMember, isRecused, hasVoted, isDecided, isRevealed, haveAllVoted }: Standing): { counts: boolean; votes: boolean; decision: boolean } {
  if (isNominee) return { counts: false, votes: false, decision: false }
  if (isDecided) return { counts: true, votes: true, decision: true }
  if (isRecused) return { counts: false, votes: false, decision: false }
  const isWaitingForMine = isMember && !hasVoted
  return { counts: hasVoted || isRevealed || haveAllVoted, votes: hasVoted || (haveAllVoted && !isWaitingForMine), decision: false }
}

export function countVotes(votes: readonly { vote: string }[]): Counts {
  const counts: Counts = { yes: 0, 'to-complete': 0, no: 0, abstain: 0 }
  for (const { vote } of votes) counts[vote as Vote]++
  return counts
}
