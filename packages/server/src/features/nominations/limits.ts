import type { Limit } from '#kit/rate-limit.ts'

/** More than a generous hour of proposing; and as many letters as one types to find ten people. */
export const nominateLimit = (personId: string): Limit => ({ key: `nominate:${personId}`, max: 12, windowSeconds: 3600 })
export const searchLimit = (personId: string): Limit => ({ key: `nominee-search:${personId}`, max: 400, windowSeconds: 3600 })
