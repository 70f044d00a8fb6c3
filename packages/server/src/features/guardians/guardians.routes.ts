import type { PlatformApi } from '#web/api.ts'

export function registerGuardiansRoutes(_api: PlatformApi): void {}
