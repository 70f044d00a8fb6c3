import type { PlatformApi } from '#web/api.ts'

export function registerDeliveryRoutes(_api: PlatformApi): void {}
