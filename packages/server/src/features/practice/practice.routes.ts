import type { PlatformApi } from '#web/api.ts'
import { registerBookletsRoutes } from './booklets/booklets.routes.ts'
import { registerGridRoutes } from './grid/grid.routes.ts'
import { registerLessonRoutes } from './lesson/lesson.routes.ts'
import { registerMineRoutes } from './mine/mine.routes.ts'

export function registerPracticeRoutes(api: PlatformApi): void {
  registerLessonRoutes(api)
  registerMineRoutes(api)
  registerGridRoutes(api)
  registerBookletsRoutes(api)
}
