import type { CollectedBadge } from '../collection/list-collection.ts'

/** What may stand on a CV: accepted, and neither withdrawn nor found false. One that is over says so. */
export const showable = ({ response, state }: CollectedBadge): boolean => response === 'accepted' && state !== 'revoked' && state !== 'invalid'
