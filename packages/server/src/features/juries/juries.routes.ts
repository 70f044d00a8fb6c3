import type { PlatformApi } from '#web/api.ts'
import { actInSession } from './meeting/act-in-session.ts'
import { drawMinutes } from './minutes/draw-minutes.ts'
import { getMinutes } from './minutes/get-minutes.ts'
import { enterSession } from './pages/enter.ts'
import { presentSession } from './pages/session.server.ts'

export function registerJuriesRoutes(api: PlatformApi): void {
  // What the page of the meeting asks for and sends while it is open: it outlives a line that drops.
  api.get('/organizations/:slug/juries/:juryId/session.json', async (c) => {
    const ctx = c.get('ctx')
    const { seat } = await enterSession(ctx, c.req.param())
    return c.json(await presentSession(ctx, seat))
  })
  api.post('/organizations/:slug/juries/:juryId/session.json', async (c) => {
    const ctx = c.get('ctx')
    const { seat } = await enterSession(ctx, c.req.param())
    const form = await c.req.parseBody()
    await actInSession(ctx, seat.jury.id, Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string')))
    return c.body(null, 204)
  })
  api.get('/juries/:juryId/minutes.pdf', async (c) => {
    const ctx = c.get('ctx')
    const pdf = await drawMinutes(ctx, await getMinutes(ctx, c.req.param('juryId')))
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="proces-verbal.pdf"' })
  })
  api.get('/juries/:juryId/minutes.jws', async (c) => {
    const { jws } = await getMinutes(c.get('ctx'), c.req.param('juryId'))
    return c.body(jws, 200, { 'content-type': 'application/jose', 'content-disposition': 'attachment; filename="proces-verbal.jws"' })
  })
}
