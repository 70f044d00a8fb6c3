// What a verb is given. Nothing else reaches the world.
import type { Kysely } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { Config } from '#config'
import type { DB } from '#db/schema.ts'
import { refuse } from '#kit/errors.ts'
import type { SafeFetch } from '#kit/fetch.ts'
import { type Jobs, jobsOn } from '#kit/jobs.ts'
import type { Logger } from '#kit/log.ts'
import type { MailTransport } from '#kit/mail.ts'
import type { Secrets } from '#kit/secrets.ts'

export type Person = { personId: string; sessionId: string; isNetworkAdmin: boolean }
/** Who asks: nobody known, the platform itself (jobs, demonstration), or a person with a session. */
export type Actor = { kind: 'anonymous' } | { kind: 'system' } | ({ kind: 'person' } & Person)

export type Ctx = {
  config: Config
  db: Kysely<DB>
  boss: PgBoss
  jobs: Jobs
  now: () => Date
  newId: () => string
  fetch: SafeFetch
  mailTransport: MailTransport
  secrets: Secrets
  log: Logger
  actor: Actor
  /** The language of whoever asks. */
  locale: Locale
}

export type Locale = 'fr' | 'en'

/**
 * Runs `verb` in one transaction. Callers name their parameter `ctx` too, on purpose: the outer handle is then out of reach,
 * and `ctx.jobs.send` joins the transaction.
 */
export function transaction<T>(ctx: Ctx, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return verb(ctx)
  return ctx.db.transaction().execute((db) => verb({ ...ctx, db, jobs: jobsOn(ctx.boss, db) }))
}

export const as = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor })
export const asSystem = (ctx: Ctx): Ctx => as(ctx, { kind: 'system' })

/** The signed-in person, or a refusal that sends to the sign-in page. */
export function requirePerson(ctx: Ctx): Person {
  if (ctx.actor.kind !== 'person') throw refuse('not_signed_in')
  return ctx.actor
}
