import type { PlatformApi } from '#web/api.ts'

export function registerNominationsRoutes(_api: PlatformApi): void {}
