import type { PlatformApi } from '#web/api.ts'
import { readMyState } from './read-my-state.ts'

export function registerMineRoutes(api: PlatformApi): void {
  // What the page of a badge asks for from time to time, while somebody waits for an answer.
  api.get('/me/practice/:programmeId/:achievementId/state.json', async (c) => c.json(await readMyState(c.get('ctx'), c.req.param())))
}
