import type { z } from 'zod'
import type { Ctx } from '#ctx'
import type { consentChanged } from '#features/guardians/index.ts'
import { tell } from './tell.ts'

/** To the pupil: what the family allows from now on, and no longer. Who said it stays on their own page. */
export async function tellOfConsent(ctx: Ctx, { number, childId, scope, isAllowed }: z.output<typeof consentChanged.schema>): Promise<void> {
  await tell(ctx, { personIds: [childId], kind: `consent-${scope}-${isAllowed ? 'open' : 'closed'}`, path: '/me/family', key: `consent:${number}` })
}
