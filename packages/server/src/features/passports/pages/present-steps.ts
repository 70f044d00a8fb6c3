import type { Ctx } from '#ctx'
import { inLanguage } from '#features/achievements/index.ts'
import { getCredential, type HeldCredential, readAward } from '#features/credentials/index.ts'
import { formatDay } from '#kit/format-day.ts'
import type { Steps } from '../steps.ts'

/** The ladder of a badge with each step that was received: from whom, when, and what was written then. */
export async function presentSteps(ctx: Ctx, { steps, next }: Steps) {
  return Promise.all(
    steps.map(async ({ level, received }) => ({
      id: level.id,
      name: inLanguage(level.name, ctx.locale),
      description: inLanguage(level.description, ctx.locale),
      isNext: level.id === next?.id,
      received: await Promise.all(received.map((credential) => presentStep(ctx, credential))),
    })),
  )
}

async function presentStep(ctx: Ctx, held: HeldCredential) {
  const { document } = await getCredential(ctx, held.credentialId)
  const { narrative, evidenceUrl } = readAward(document ?? '{}')
  return {
    credentialId: held.credentialId,
    organizationName: held.organization.name,
    receivedOn: formatDay(held.issuedAt, ctx.locale),
    state: held.state,
    narrative,
    evidenceUrl: evidenceUrl && /^https?:\/\//i.test(evidenceUrl) ? evidenceUrl : null,
  }
}

export type PresentedStep = Awaited<ReturnType<typeof presentSteps>>[number]
