import { type Logger, pino } from 'pino'

export type { Logger }

/** Passwords, tokens, keys and personal data never reach a line, whatever object is logged. */
const REDACTED = ['password', 'token', 'code', 'secret', 'cookie', 'authorization', 'email', 'address', 'privateKey'].flatMap((name) => [name, `*.${name}`])

export const createLogger = (level: string): Logger => pino({ level, redact: { paths: REDACTED, censor: '…' }, base: null })
