import type { PlatformApi } from '#web/api.ts'
import { registerLessonRoutes } from './lesson/lesson.routes.ts'
import { registerMineRoutes } from './mine/mine.routes.ts'

export function registerPracticeRoutes(api: PlatformApi): void {
  registerLessonRoutes(api)
  registerMineRoutes(api)
}
