// The bank of prepared advice: for a badge in a structure, shared by those who may issue it.
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { listResources } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '../practice.errors.ts'
import { RemarkInput } from '../practice.schema.ts'

export type Remark = { remarkId: string; achievementId: string; text: string; resourceId: string | null }

/** In the order in which the teachers put them. */
export async function listRemarks(ctx: Ctx, { organizationId, achievementIds }: { organizationId: string; achievementIds: readonly string[] }): Promise<Remark[]> {
  await demand(ctx, 'issue', organizationId)
  if (achievementIds.length === 0) return []
  return ctx.db
    .selectFrom('remark')
    .select(['id as remarkId', 'achievement_id as achievementId', 'text', 'resource_id as resourceId'])
    .where('organization_id', '=', organizationId)
    .where('achievement_id', 'in', achievementIds)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('created_at')
    .execute()
}

/** Written twice in the same words, it is one. */
export async function addRemark(ctx: Ctx, input: z.input<typeof RemarkInput>): Promise<{ remarkId: string }> {
  const { organizationId, achievementId, text, resourceId } = RemarkInput.parse(input)
  await demand(ctx, 'issue', organizationId)
  return transaction(ctx, async (ctx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`remarks:${organizationId}:${achievementId}`}, 0))`.execute(ctx.db)
    if (resourceId && !(await listResources(ctx, achievementId)).some((resource) => resource.resourceId === resourceId)) throw refuse('resource_unknown')
    const bank = await listRemarks(ctx, { organizationId, achievementIds: [achievementId] })
    const same = bank.find((remark) => remark.text === text)
    if (same) return { remarkId: same.remarkId }
    const remarkId = ctx.newId()
    const row = { id: remarkId, organization_id: organizationId, achievement_id: achievementId, position: bank.length, text, resource_id: resourceId ?? null }
    await ctx.db
      .insertInto('remark')
      .values({ ...row, created_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null, created_at: ctx.now() })
      .execute()
    return { remarkId }
  })
}
