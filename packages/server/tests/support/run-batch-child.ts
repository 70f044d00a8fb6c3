// Runs one batch in a process of its own, so that a test can kill it.
import { PgBoss } from 'pg-boss'
import { createCtx } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import { connect } from '../../src/db/connect.ts'
import { runBatch } from '../../src/features/credentials/batches/run-batch.ts'
import { createLogger } from '../../src/kit/log.ts'

const { batchId, config } = JSON.parse(process.argv[2]!) as { batchId: string; config: Config & { secretKey: number[] } }
const boss = new PgBoss({ connectionString: config.databaseUrl!, schema: 'job', supervise: false, schedule: false, migrate: false, max: 1 })
await boss.start()
const db = connect(config.databaseUrl!, 2)
const ctx = createCtx({ config: { ...config, secretKey: Uint8Array.from(config.secretKey) }, db, boss, log: createLogger('error') })
process.stdout.write('started\n')
await runBatch(ctx, batchId)
process.stdout.write('done\n')
await boss.stop({ graceful: false })
await db.destroy()
