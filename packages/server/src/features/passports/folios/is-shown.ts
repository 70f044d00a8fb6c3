import type { CollectedBadge } from '../collection/list-collection.ts'

/** What no longer holds is not shown to others; what has run its time is, and says so. */
export const isShown = ({ response, state }: CollectedBadge): boolean => response !== 'declined' && state !== 'revoked' && state !== 'invalid'
