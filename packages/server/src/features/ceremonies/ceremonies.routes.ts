import type { PlatformApi } from '#web/api.ts'

export function registerCeremoniesRoutes(_api: PlatformApi): void {}
