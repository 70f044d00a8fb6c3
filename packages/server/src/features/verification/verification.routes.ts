import type { PlatformApi } from '#web/api.ts'

export function registerVerificationRoutes(_api: PlatformApi): void {}
