import type { PlatformApi } from '#web/api.ts'
import { readShownPicture } from './shown/read-shown-picture.ts'

export function registerCircleRoutes(api: PlatformApi): void {
  api.get('/organizations/:slug/shown-badges/:importedId/picture.png', async (c) => {
    const picture = await readShownPicture(c.get('ctx'), c.req.param())
    return c.body(new Uint8Array(picture), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  })
}
