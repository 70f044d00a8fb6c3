import type { z } from 'zod'
import { type Ctx, type Locale, transaction } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { actorOf, startFirstYear } from '../first-year.ts'
import { ModelTextFields, type TextKind } from '../onboarding.schema.ts'

/** The structure's own words take the place of the model. */
export async function keepText(ctx: Ctx, { organizationId, ...input }: { organizationId: string } & z.input<typeof ModelTextFields>): Promise<void> {
  const { kind, locale, body } = ModelTextFields.parse(input)
  await demand(ctx, 'lead', organizationId)
  await transaction(ctx, async (ctx) => {
    await startFirstYear(ctx, organizationId)
    const written = { body: body.replace(/\r\n/g, '\n'), updated_by: actorOf(ctx), updated_at: ctx.now() }
    await ctx.db
      .insertInto('model_text')
      .values({ organization_id: organizationId, kind, locale, ...written })
      .onConflict((conflict) => conflict.columns(['organization_id', 'kind', 'locale']).doUpdateSet(written))
      .execute()
  })
}

/** Back to the model, with the days and names of today. */
export async function restoreText(ctx: Ctx, { organizationId, kind, locale }: { organizationId: string; kind: TextKind; locale: Locale }): Promise<void> {
  await demand(ctx, 'lead', organizationId)
  await ctx.db.deleteFrom('model_text').where('organization_id', '=', organizationId).where('kind', '=', kind).where('locale', '=', locale).execute()
}
