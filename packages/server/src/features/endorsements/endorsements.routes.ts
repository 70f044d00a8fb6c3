import type { PlatformApi } from '#web/api.ts'

export function registerEndorsementsRoutes(_api: PlatformApi): void {}
