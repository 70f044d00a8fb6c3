import type { PlatformApi } from '#web/api.ts'

export function registerArchiveRoutes(_api: PlatformApi): void {}
