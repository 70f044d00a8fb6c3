import type { Limit } from '#kit/rate-limit.ts'

const DAY = 86_400

/** More than anybody asks on a good day. */
export const askLimit = (personId: string): Limit => ({ key: `endorsement-ask:${personId}`, max: 10, windowSeconds: DAY })
export const searchLimit = (personId: string): Limit => ({ key: `endorsement-search:${personId}`, max: 400, windowSeconds: 3600 })
/** Whoever asks, a mailbox is written to only so often. */
export const mailboxLimit = (address: string): Limit => ({ key: `endorsement-mailbox:${address}`, max: 5, windowSeconds: DAY })
export const answerLimit = (who: string): Limit => ({ key: `endorsement-answer:${who}`, max: 60, windowSeconds: 3600 })
