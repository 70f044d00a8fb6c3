import type { HeldCredential } from '#features/credentials/index.ts'
import { onePerBadge } from '../steps.ts'
import type { CollectedBadge } from './list-collection.ts'

/** Received, not answered yet, and still there to accept. */
export const isWaiting = ({ response, state }: Pick<HeldCredential, 'response'> & { state: string }): boolean => response === 'pending' && state !== 'revoked'

/** What is kept: all but what waits for an answer and what was declined; of a badge that grows, its highest step. */
export function keepOnePerBadge(badges: readonly CollectedBadge[]): CollectedBadge[] {
  const kept = badges.filter((badge) => !isWaiting(badge) && badge.response !== 'declined')
  const lines = new Set(onePerBadge(kept.flatMap(({ held }) => (held ? [held] : []))))
  return kept.filter(({ held }) => !held || lines.has(held))
}
