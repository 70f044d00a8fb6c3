import type { PlatformApi } from '#web/api.ts'

export function registerIssuersRoutes(_api: PlatformApi): void {}
