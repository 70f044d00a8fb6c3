import type { PlatformApi } from '#web/api.ts'

export function registerOrganizationsRoutes(_api: PlatformApi): void {}
