const DAY_MS = 24 * 3600_000

/** What is verified is asked again after a week; what could not be known, or no longer holds, the next day. */
export const nextCheck = (now: Date, outcome: string): Date => new Date(now.getTime() + (outcome === 'verified' ? 7 : 1) * DAY_MS)
