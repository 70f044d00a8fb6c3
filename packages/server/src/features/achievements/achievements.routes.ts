import type { PlatformApi } from '#web/api.ts'

export function registerAchievementsRoutes(_api: PlatformApi): void {}
