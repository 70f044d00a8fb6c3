import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const archivePages: RouteConfigEntry[] = [
  route('me/data', '../features/passports/archive/pages/data.page.tsx'),
  route('me/data/import', '../features/passports/archive/pages/import-archive.page.tsx'),
  route('me/data/delete', '../features/passports/archive/pages/delete-account.page.tsx'),
  route('goodbye', '../features/passports/archive/pages/goodbye.page.tsx'),
]
