import type { PlatformApi } from '#web/api.ts'
import { registerArchiveRoutes } from './archive/archive.routes.ts'
import { registerCircleRoutes } from './circle/circle.routes.ts'
import { registerCollectionRoutes } from './collection/collection.routes.ts'
import { registerCvRoutes } from './cv/cv.routes.ts'
import { registerFoliosRoutes } from './folios/folios.routes.ts'
import { registerImportsRoutes } from './imports/imports.routes.ts'
import { registerSharesRoutes } from './shares/shares.routes.ts'

export function registerPassportsRoutes(api: PlatformApi): void {
  registerImportsRoutes(api)
  registerCollectionRoutes(api)
  registerFoliosRoutes(api)
  registerSharesRoutes(api)
  registerCvRoutes(api)
  registerArchiveRoutes(api)
  registerCircleRoutes(api)
}
