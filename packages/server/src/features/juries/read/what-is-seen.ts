import type { Vote } from '../juries.schema.ts'

export type Counts = Record<Vote, number>

type Standing = { isScreen: boolean; isNominee: boolean; isMember: boolean; isRecused: boolean; hasVoted: boolean; isDecided: boolean; isRevealed: boolean; haveAllVoted: boolean }

/**
 * Blind until one has voted. Counts come up for the whole table once all those present voted, or the president shows them; who voted
 * what, and why, only to those who have voted themselves, and on a screen only once all have: the room looks at it. Whoever stepped aside sees it once it is decided, the nominee never.
 */
export function whatIsSeen({ isScreen, isNominee, isMember, isRecused, hasVoted, isDecided, isRevealed, haveAllVoted }: Standing): {
  counts: boolean
  votes: boolean
  decision: boolean
} {
  if (isNominee) return { counts: false, votes: false, decision: false }
  if (isDecided) return { counts: true, votes: true, decision: true }
  if (isRecused) return { counts: false, votes: false, decision: false }
  const isWaitingForMine = isMember && !hasVoted
  const isForMe = hasVoted && !isScreen
  return { counts: isForMe || isRevealed || haveAllVoted, votes: isForMe || (haveAllVoted && !isWaitingForMine), decision: false }
}

export function countVotes(votes: readonly { vote: string }[]): Counts {
  const counts: Counts = { yes: 0, 'to-complete': 0, no: 0, abstain: 0 }
  for (const { vote } of votes) counts[vote as Vote]++
  return counts
}
