import type { PlatformApi } from '#web/api.ts'

export function registerSharesRoutes(_api: PlatformApi): void {}
