import type { PlatformApi } from '#web/api.ts'

export function registerDeparturesRoutes(_api: PlatformApi): void {}
