import type { PlatformApi } from '#web/api.ts'

export function registerCredentialsRoutes(_api: PlatformApi): void {}
