import type { PlatformApi } from '#web/api.ts'

export function registerCvRoutes(_api: PlatformApi): void {}
