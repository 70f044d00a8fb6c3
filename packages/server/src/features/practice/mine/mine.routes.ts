import type { PlatformApi } from '#web/api.ts'
import { readMyStates } from './read-my-states.ts'
import { receiveReady } from './receive-ready.ts'

const ADDRESS = '/me/practice/:programmeId/mine.json'

/** What the pages of a pupil ask for while they are open, and send: « Je suis prêt·e » outlives a line that drops. */
export function registerMineRoutes(api: PlatformApi): void {
  api.get(ADDRESS, async (c) => c.json(await readMyStates(c.get('ctx'), c.req.param('programmeId'))))
  api.post(ADDRESS, async (c) => {
    await receiveReady(c.get('ctx'), c.req.param('programmeId'), await c.req.formData())
    return c.body(null, 204)
  })
}
