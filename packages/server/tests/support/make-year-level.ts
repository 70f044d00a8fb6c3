// A whole year level on a platform of its own: twelve hundred pupils, forty badges, a third of the cells with a story.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import type { ServerBuild } from 'react-router'
import { allJobs, createApp, createCtx } from '../../src/app.ts'
import { as, type Ctx } from '../../src/ctx.ts'
import { connect } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createPerson, openSession } from '../../src/features/accounts/index.ts'
import { issueCredentials } from '../../src/features/credentials/index.ts'
import { addCohortMember, addMember, createCohort } from '../../src/features/organizations/index.ts'
import { makeClassroom } from '../../src/features/practice/practice.fixture.ts'
import { createBoss, declareQueues } from '../../src/kit/jobs.ts'
import { createLogger } from '../../src/kit/log.ts'

const CLASS_SIZE = 30
const PORT = 3987

export type YearLevel = { url: string; path: string; cookie: string; ctx: Ctx; programmeId: string } & AsyncDisposable

export async function makeYearLevel({ pupils, badges }: { pupils: number; badges: number }): Promise<YearLevel> {
  await using stack = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'boat-bench-'))
  // PostgreSQL runs as somebody else when one is root.
  await chmod(dataDir, 0o755)
  stack.defer(() => rm(dataDir, { recursive: true, force: true }))
  const postgres = stack.use(await startEmbedded(dataDir))
  const db = connect(postgres.connectionString)
  stack.defer(() => db.destroy())
  await migrate(db)
  const log = createLogger('silent')
  const boss = await createBoss(postgres.connectionString, log)
  stack.defer(() => boss.stop({ graceful: false }))
  await declareQueues(boss, allJobs)
  const url = `http://localhost:${PORT}`
  const config = {
    mode: 'demonstration',
    url,
    host: '127.0.0.1',
    port: PORT,
    dataDir,
    databaseUrl: postgres.connectionString,
    secretKey: new Uint8Array(32),
    smtpUrl: undefined,
    mailFrom: 'BOAT <no-reply@localhost>',
    runsJobs: false,
    trustsProxy: false,
    logLevel: 'silent',
  } as never
  const ctx = createCtx({ config, db, boss, log })
  const room = await makeClassroom(ctx, { badges: Array.from({ length: badges }, (_, i) => `Badge ${i + 1}`), pupils: [] })
  await fill(ctx, room, pupils)
  const build = (await import(new URL('../../build/server/index.js', import.meta.url).href)) as ServerBuild
  const app = await createApp(ctx, build)
  const server = serve({ fetch: app.fetch, port: PORT, hostname: '127.0.0.1' })
  stack.defer(() => void server.close())
  const { token } = await openSession(ctx, { personId: room.issuer.personId, method: 'password', userAgent: 'bench', address: '' })
  const open = stack.move()
  const path = `/organizations/${room.slug}/programmes/${room.programmeId}`
  return { url, path, cookie: token, ctx: as(ctx, room.issuer.actor), programmeId: room.programmeId, [Symbol.asyncDispose]: () => open.disposeAsync() }
}

type Room = Awaited<ReturnType<typeof makeClassroom>>

async function fill(ctx: Ctx, { organizationId, programmeId, badgeIds }: Room, pupils: number): Promise<void> {
  const quiet = { ...ctx, jobs: { send: async () => {}, announce: async () => {}, announceAll: async () => {} } }
  const personIds: string[] = []
  for (let n = 0; n < pupils; n++) {
    if (n % CLASS_SIZE === 0) await openClass(quiet, { organizationId, programmeId, name: `Seconde ${n / CLASS_SIZE + 1}` })
    const { personId } = await createPerson(quiet, { givenName: `Prénom${n % 97}`, familyName: `Nom${(n * 7919) % pupils}` })
    await addMember(quiet, { organizationId, personId, roles: ['member'], isPupil: true })
    await addCohortMember(quiet, { cohortId: classes.at(-1)!, personId })
    personIds.push(personId)
  }
  for (const [place, achievementId] of badgeIds.entries()) {
    const { id: versionId } = await ctx.db.selectFrom('achievement_version').select('id').where('achievement_id', '=', achievementId).executeTakeFirstOrThrow()
    const holders = personIds.filter((_, n) => (n + place) % 4 === 0)
    await issueCredentials(quiet, { versionId, organizationId, recipients: holders.map((personId) => ({ personId })) })
  }
  // What was asked for, advised and passed, in the order of days.
  await sql`insert into attempt (id, programme_id, achievement_id, person_id, ready_at, verdict, judged_at, changed_at)
    select gen_random_uuid(), ${programmeId}, badge.achievement_id, member.person_id, now() - interval '9 days',
      case when n % 29 = 0 then null else 'to-rework' end, case when n % 29 = 0 then null else now() - interval '8 days' end, now() - interval '8 days'
    from programme_badge badge, (select person_id, row_number() over (order by person_id) as n from cohort_member) member
    where badge.programme_id = ${programmeId} and (member.n + badge.position) % 5 = 0`.execute(ctx.db)
  await sql`analyze`.execute(ctx.db)
}

const classes: string[] = []

async function openClass(ctx: Ctx, { organizationId, programmeId, name }: { organizationId: string; programmeId: string; name: string }): Promise<void> {
  const { cohortId } = await createCohort(ctx, { organizationId, name, kind: 'class', schoolYear: '2026-2027' })
  await ctx.db.insertInto('programme_cohort').values({ programme_id: programmeId, cohort_id: cohortId }).execute()
  classes.push(cohortId)
}
