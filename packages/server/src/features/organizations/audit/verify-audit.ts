import type { Ctx } from '#ctx'
import { FIRST_HASH, hashLine } from './record-act.ts'

/** `brokenAt`: the first position where a line was changed, taken out or put in. */
export type AuditReport = { organizationId: string; lineCount: number; brokenAt: number | undefined }

const PAGE = 1000

/** Reads a structure's log from its first line and computes every seal again. Whoever cut lines off the end is found by a copy of the last seal. */
export async function verifyAudit(ctx: Ctx, organizationId: string): Promise<AuditReport & { lastSeal: string }> {
  let previous: Buffer = FIRST_HASH
  let lineCount = 0
  for (;;) {
    const rows = await ctx.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('position', '>', lineCount)
      .orderBy('position')
      .limit(PAGE)
      .execute()
    for (const row of rows) {
      const hash = hashLine(organizationId, { ...row, actorId: row.actor_id }, previous)
      if (row.position !== lineCount + 1 || !row.previous_hash.equals(previous) || !row.hash.equals(hash))
        return { organizationId, lineCount, brokenAt: lineCount + 1, lastSeal: previous.toString('hex') }
      previous = hash
      lineCount = row.position
    }
    if (rows.length < PAGE) return { organizationId, lineCount, brokenAt: undefined, lastSeal: previous.toString('hex') }
  }
}

/** Every structure's log, for whoever operates the platform. */
export async function verifyAllAudits(ctx: Ctx): Promise<(AuditReport & { slug: string; lastSeal: string })[]> {
  const organizations = await ctx.db.selectFrom('organization').select(['id', 'slug']).orderBy('slug').execute()
  const reports = []
  for (const { id, slug } of organizations) reports.push({ slug, ...(await verifyAudit(ctx, id)) })
  return reports
}
