import { etag } from 'hono/etag'
import type { PlatformApi } from '#web/api.ts'
import { enterOwnProgramme } from '../programmes/pages/enter.ts'
import { presentLesson } from './pages/present.ts'
import { readLesson } from './read-lesson.ts'
import { receiveVerdict } from './receive-verdict.ts'

const ADDRESS = '/organizations/:slug/programmes/:programmeId/lesson.json'

/** What the page of the lesson asks for every few seconds, and sends: it outlives a line that drops. */
export function registerLessonRoutes(api: PlatformApi): void {
  api.get(ADDRESS, etag(), async (c) => {
    const ctx = c.get('ctx')
    const programme = await enterOwnProgramme(ctx, c.req.param())
    return c.json(presentLesson(ctx, await readLesson(ctx, programme)))
  })
  api.post(ADDRESS, async (c) => {
    const ctx = c.get('ctx')
    const programme = await enterOwnProgramme(ctx, c.req.param())
    await receiveVerdict(ctx, programme, await c.req.formData())
    return c.body(null, 204)
  })
}
