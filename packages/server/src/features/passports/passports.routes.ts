import type { PlatformApi } from '#web/api.ts'

export function registerPassportsRoutes(_api: PlatformApi): void {}
