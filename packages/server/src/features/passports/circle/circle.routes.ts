import type { PlatformApi } from '#web/api.ts'

export function registerCircleRoutes(_api: PlatformApi): void {}
