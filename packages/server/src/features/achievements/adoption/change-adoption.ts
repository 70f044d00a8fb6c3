import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { getVersion } from '../get-version.ts'
import { AdoptedInput, AdoptInput } from './adoption.schema.ts'
import { lockAdoption } from './lock-adoption.ts'

/** What the structure adds for its own people: beside the badge, never in it. */
export async function writeLocalNote(ctx: Ctx, input: AdoptInput): Promise<void> {
  const { localNote, ...adopted } = AdoptInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const { id } = await lockAdoption(ctx, adopted)
    await ctx.db.updateTable('achievement_adoption').set({ local_note: localNote }).where('id', '=', id).execute()
  })
}

/** From now on the structure gives the author's latest version; nobody's badge changes. */
export async function takeLatestVersion(ctx: Ctx, input: z.input<typeof AdoptedInput>): Promise<{ number: number }> {
  const adopted = AdoptedInput.parse(input)
  return transaction(ctx, async (ctx) => {
    const { id, achievement_version_id } = await lockAdoption(ctx, adopted)
    const { versionId, number } = await getVersion(ctx, { achievementId: adopted.achievementId })
    if (versionId === achievement_version_id) return { number }
    await ctx.db.updateTable('achievement_adoption').set({ achievement_version_id: versionId }).where('id', '=', id).execute()
    await recordAct(ctx, { organizationId: adopted.organizationId, act: 'achievement.version-adopted', subject: { achievementId: adopted.achievementId, versionId } })
    return { number }
  })
}
