import type { PlatformApi } from '#web/api.ts'

export function registerAccountsRoutes(_api: PlatformApi): void {}
