import type { PlatformApi } from '#web/api.ts'

export function registerFoliosRoutes(_api: PlatformApi): void {}
