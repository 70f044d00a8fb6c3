import type { PlatformApi } from '#web/api.ts'

export function registerOnboardingRoutes(_api: PlatformApi): void {}
