import type { Limit } from '#kit/rate-limit.ts'

/** More than a generous hour of proposing; and as many letters as one types to find ten people. */
export const nominateLimit = (personId: string): Limit => ({ key: `nominate:${personId}`, max: 12, windowSeconds: 3600 })
/** A long day of photographing. */
export const uploadLimit = (personId: string): Limit => ({ key: `nomination-upload:${personId}`, max: 30, windowSeconds: 86_400 })
export const searchLimit = (personId: string): Limit => ({ key: `nominee-search:${personId}`, max: 400, windowSeconds: 3600 })
