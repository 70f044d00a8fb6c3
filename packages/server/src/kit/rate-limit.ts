// Fixed windows in the database, so that every process counts together. The slices say what is limited.
import { type Kysely, sql } from 'kysely'
import { refuse } from './errors.ts'

export type Limit = { key: string; max: number; windowSeconds: number }

/** Counts one hit, and refuses once the window holds more than `max`. */
export async function spend(db: Kysely<any>, now: Date, limit: Limit): Promise<void> {
  const start = windowStart(now, limit)
  const { rows } = await sql<{ hits: number }>`
    insert into rate_limit (key, window_start, hits) values (${limit.key}, ${start}, 1)
    on conflict (key, window_start) do update set hits = rate_limit.hits + 1
    returning hits`.execute(db)
  if (rows[0]!.hits > limit.max) throw tooMany(start, now, limit)
}

export async function forgetOldWindows(db: Kysely<any>, before: Date): Promise<void> {
  await sql`delete from rate_limit where window_start < ${before}`.execute(db)
}

/** Refuses when the window is already full, and counts nothing: for limits on wrong guesses only. */
export async function demandRoom(db: Kysely<any>, now: Date, limit: Limit): Promise<void> {
  const start = windowStart(now, limit)
  const { rows } = await sql<{ hits: number }>`select hits from rate_limit where key = ${limit.key} and window_start = ${start}`.execute(db)
  if ((rows[0]?.hits ?? 0) >= limit.max) throw tooMany(start, now, limit)
}

const windowStart = (now: Date, { windowSeconds }: Limit) => new Date(Math.floor(now.getTime() / (windowSeconds * 1000)) * windowSeconds * 1000)

const tooMany = (start: Date, now: Date, { windowSeconds }: Limit) =>
  refuse('too_many_requests', { retryAfterSeconds: Math.ceil((start.getTime() + windowSeconds * 1000 - now.getTime()) / 1000) })
