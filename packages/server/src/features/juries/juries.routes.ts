import type { PlatformApi } from '#web/api.ts'

export function registerJuriesRoutes(_api: PlatformApi): void {}
