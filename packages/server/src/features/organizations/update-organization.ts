import { type Ctx, transaction } from '#ctx'
import { recordAct } from './audit/record-act.ts'
import { demandCommune } from './create-organization.ts'
import { demand } from './may.ts'
import { OrganizationFields } from './organization.schema.ts'

/** The address of a structure stays what it was: badges already received point to it. */
export async function updateOrganization(ctx: Ctx, input: OrganizationFields & { organizationId: string }): Promise<void> {
  await demand(ctx, 'manage-structure', input.organizationId)
  const { communeCode, website, email, uai, ...fields } = OrganizationFields.parse(input)
  await transaction(ctx, async (ctx) => {
    await demandCommune(ctx, communeCode)
    await ctx.db
      .updateTable('organization')
      .set({ ...fields, website: website ?? null, email: email ?? null, uai: uai ?? null, commune_code: communeCode ?? null })
      .where('id', '=', input.organizationId)
      .execute()
  })
}

/** An archived structure designs and issues no more; what it issued stays verifiable. */
export async function archiveOrganization(ctx: Ctx, input: { organizationId: string; isArchived: boolean }): Promise<void> {
  await demand(ctx, 'manage-owners', input.organizationId)
  await transaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('organization')
      .set({ archived_at: input.isArchived ? ctx.now() : null })
      .where('id', '=', input.organizationId)
      .execute()
    await recordAct(ctx, { organizationId: input.organizationId, act: input.isArchived ? 'organization.archived' : 'organization.reopened', subject: {} })
  })
}
