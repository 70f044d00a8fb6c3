// Jobs in PostgreSQL (pg-boss). What is sent or announced inside a transaction exists only if the transaction commits.
import { type Kysely, sql } from 'kysely'
import { fromKysely, PgBoss, type SendOptions } from 'pg-boss'
import type { z } from 'zod'
import type { Fact } from './facts.ts'
import type { Logger } from './log.ts'

export type JobDefinition<Context, Schema extends z.ZodType = any> = {
  /** Queue name: `slice.verb-noun`. */
  name: string
  schema: Schema
  /** The fact this job reacts to, if any: its data is the fact's. */
  on?: Fact
  /** At least once: a handler must stand being called twice with the same data. */
  handle(ctx: Context, data: z.output<Schema>): Promise<void>
  retryLimit?: number
  /** Seconds after which a run is taken for dead and tried again. */
  expireInSeconds?: number
  /** Runs by itself at these times (cron, UTC), once however many processes there are. */
  cron?: string
}

export const defineJob = <Context, Schema extends z.ZodType>(job: JobDefinition<Context, Schema>): JobDefinition<Context, Schema> => job

/** A job that answers a fact. Several slices may listen to one fact, each in its own queue. */
export const listen = <Context, Schema extends z.ZodType>(
  name: string,
  fact: Fact<Schema>,
  handle: (ctx: Context, data: z.output<Schema>) => Promise<void>,
): JobDefinition<Context, Schema> => ({
  name,
  schema: fact.schema,
  on: fact,
  handle,
})

export type Jobs = {
  send<Schema extends z.ZodType>(
    job: { name: string; schema: Schema },
    data: z.input<Schema>,
    options?: Pick<SendOptions, 'singletonKey' | 'startAfter' | 'priority'>,
  ): Promise<void>
  announce<Schema extends z.ZodType>(fact: Fact<Schema>, data: z.input<Schema>): Promise<void>
  /** The same fact many times over, at once. */
  announceAll<Schema extends z.ZodType>(fact: Fact<Schema>, all: z.input<Schema>[]): Promise<void>
}

/** Jobs whose sends belong to `db`: give the transaction, and they commit and roll back with it. */
export function jobsOn(boss: PgBoss, db: Kysely<any>): Jobs {
  const announceAll: Jobs['announceAll'] = async (fact, all) => {
    const jobs = all.map((data) => ({ data: fact.schema.parse(data) as object }))
    const { rows } = await sql<{ name: string }>`select name from job.subscription where event = ${fact.name}`.execute(db)
    for (const { name } of rows) await boss.insert(name, jobs, { db: fromKysely(db) })
  }
  return {
    announceAll,
    announce: (fact, data) => announceAll(fact, [data]),
    async send(job, data, options = {}) {
      await boss.send(job.name, job.schema.parse(data) as object, { ...options, db: fromKysely(db) })
    },
  }
}

export async function createBoss(connectionString: string, log: Logger): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString, schema: 'job', application_name: 'boat-jobs', max: 4, useListenNotify: true })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  await boss.start()
  return boss
}

export async function declareQueues(boss: PgBoss, jobs: readonly JobDefinition<any>[]): Promise<void> {
  for (const job of jobs) {
    const options = { retryLimit: job.retryLimit ?? 8, retryBackoff: true, retryDelay: 2, retryDelayMax: 3600, expireInSeconds: job.expireInSeconds ?? 300, notify: true }
    await boss.createQueue(job.name, options)
    await boss.updateQueue(job.name, options)
    if (job.on) await boss.subscribe(job.on.name, job.name)
    if (job.cron) await boss.schedule(job.name, job.cron)
  }
}

/** How often a queue is looked at when PostgreSQL tells of what comes in (what failed waits for this), and when it cannot. */
const POLLING = { notifyPollingIntervalSeconds: 5, pollingIntervalSeconds: 1 }

export async function work<Context>(boss: PgBoss, jobs: readonly JobDefinition<Context>[], ctx: Context, log: Logger): Promise<void> {
  for (const job of jobs) {
    const worker: { id?: string } = {}
    worker.id = await boss.work(job.name, { batchSize: 1, ...POLLING }, async ([received]) => {
      try {
        await job.handle(ctx, job.schema.parse(received!.data))
      } catch (error) {
        log.error({ err: error, job: job.name, id: received!.id }, 'job failed, will be tried again')
        throw error
      } finally {
        // Jobs that came in together were told of once: the next is looked for now.
        if (worker.id) boss.notifyWorker(worker.id)
      }
    })
  }
}
