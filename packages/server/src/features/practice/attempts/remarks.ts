// The bank of prepared advice: for a badge in a structure, shared by those who may issue it.
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { findGivenVersion, listResources } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '../practice.errors.ts'
import { RemarkInput } from '../practice.schema.ts'

export type Remark = { remarkId: string; achievementId: string; text: string; resourceId: string | null }

type Asked = { organizationId: string; achievementIds: readonly string[]; isAway?: boolean }

/** In the order in which the teachers put them; or those that were put away. */
export async function listRemarks(ctx: Ctx, { organizationId, achievementIds, isAway = false }: Asked): Promise<Remark[]> {
  await demand(ctx, 'issue', organizationId)
  if (achievementIds.length === 0) return []
  return ctx.db
    .selectFrom('remark')
    .select(['id as remarkId', 'achievement_id as achievementId', 'text', 'resource_id as resourceId'])
    .where('organization_id', '=', organizationId)
    .where('achievement_id', 'in', achievementIds)
    .where('archived_at', isAway ? 'is not' : 'is', null)
    .orderBy('position')
    .orderBy('created_at')
    .execute()
}

/** Written twice in the same words, it is one. */
export async function addRemark(ctx: Ctx, input: z.input<typeof RemarkInput>): Promise<{ remarkId: string }> {
  const { organizationId, achievementId, text, resourceId } = RemarkInput.parse(input)
  return changeBank(ctx, { organizationId, achievementId }, async (ctx, bank) => {
    await demandResource(ctx, achievementId, resourceId)
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

export type Bank = { organizationId: string; achievementId: string }

/** One at a time for a badge in a structure, with the remarks as they are. */
export function changeBank<T>(ctx: Ctx, { organizationId, achievementId }: Bank, change: (ctx: Ctx, bank: Remark[]) => Promise<T>): Promise<T> {
  return transaction(ctx, async (ctx) => {
    await demand(ctx, 'issue', organizationId)
    await sql`select pg_advisory_xact_lock(hashtextextended(${`remarks:${organizationId}:${achievementId}`}, 0))`.execute(ctx.db)
    if (!(await findGivenVersion(ctx, { organizationId, achievementId }))) throw refuse('badge_unknown')
    return change(ctx, await listRemarks(ctx, { organizationId, achievementIds: [achievementId] }))
  })
}

/** One that helps with this badge, and that whoever writes may see. */
export async function demandResource(ctx: Ctx, achievementId: string, resourceId: string | undefined): Promise<void> {
  if (resourceId && !(await listResources(ctx, achievementId)).some((resource) => resource.resourceId === resourceId)) throw refuse('resource_unknown')
}
