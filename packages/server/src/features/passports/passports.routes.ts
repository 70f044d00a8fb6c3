import type { PlatformApi } from '#web/api.ts'
import { registerImportsRoutes } from './imports/imports.routes.ts'

export function registerPassportsRoutes(api: PlatformApi): void {
  registerImportsRoutes(api)
}
