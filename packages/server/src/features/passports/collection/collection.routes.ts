import type { PlatformApi } from '#web/api.ts'

export function registerCollectionRoutes(_api: PlatformApi): void {}
