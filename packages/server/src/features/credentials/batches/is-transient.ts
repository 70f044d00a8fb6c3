// Failures that pass by themselves: the job is tried again instead of blaming the row.

/** Connection, rollback (deadlock, serialisation), resources, shutdown, lock not available. */
const TRANSIENT_CLASSES = ['08', '40', '53', '55', '57', '58']

export function isTransient(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return TRANSIENT_CLASSES.includes(code.slice(0, 2))
  if (typeof code === 'string' && /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code)) return true
  return typeof message === 'string' && /connection (was )?(terminated|ended|closed)|timeout exceeded when trying to connect|driver has already been destroyed/i.test(message)
}
