import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import type words from '../locales/fr.json'

type Sentences = (typeof words)['acts']
/** What has a sentence in the log, as `<slice>.<past participle>`: an act without one does not compile. */
type ActName = { [Slice in keyof Sentences]: `${Slice}.${Exclude<keyof Sentences[Slice], 'title'> & string}` }[keyof Sentences]

/** `subject`: ids only, never a name. */
type Act = { organizationId: string; act: ActName; subject: Record<string, string | number>; reason?: string | undefined }
export type AuditLine = { position: number; at: Date; actorId: string | null; act: string; subject: unknown; reason: string }

export const FIRST_HASH = Buffer.alloc(32)

/** Writes into the structure's log who decided what and why, in the transaction of the decision. Each line seals the ones before it. */
export async function recordAct(ctx: Ctx, { organizationId, act, subject, reason = '' }: Act): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${organizationId}`}, 0))`.execute(ctx.db)
    const last = await ctx.db
      .selectFrom('audit_entry')
      .select(['position', 'hash'])
      .where('organization_id', '=', organizationId)
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst()
    const line: AuditLine = { position: (last?.position ?? 0) + 1, at: ctx.now(), actorId: ctx.actor.kind === 'person' ? ctx.actor.personId : null, act, subject, reason }
    const previous = last?.hash ?? FIRST_HASH
    await ctx.db
      .insertInto('audit_entry')
      .values({
        organization_id: organizationId,
        position: line.position,
        at: line.at,
        actor_id: line.actorId,
        act,
        subject: JSON.stringify(subject),
        reason,
        previous_hash: previous,
        hash: hashLine(organizationId, line, previous),
      })
      .execute()
  })
}

export function hashLine(organizationId: string, { position, at, actorId, act, subject, reason }: AuditLine, previous: Buffer): Buffer {
  const ordered = Object.entries(subject as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([organizationId, position, at.toISOString(), actorId, act, ordered, reason]))
    .digest()
}
