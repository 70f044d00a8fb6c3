import type { PlatformApi } from '#web/api.ts'

export function registerFairnessRoutes(_api: PlatformApi): void {}
