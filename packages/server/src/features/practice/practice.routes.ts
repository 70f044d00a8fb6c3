import type { PlatformApi } from '#web/api.ts'

export function registerPracticeRoutes(_api: PlatformApi): void {}
