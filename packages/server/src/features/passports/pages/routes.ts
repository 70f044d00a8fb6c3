import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const passportsPages: RouteConfigEntry[] = [
  route('claim', '../features/passports/pages/enter-code.page.tsx'),
  route('claim/:code', '../features/passports/pages/claim.page.tsx'),
  route('cards/:code', '../features/passports/pages/card.page.tsx'),
  route('me/badges', '../features/passports/pages/my-badges.page.tsx'),
  route('me/badges/import', '../features/passports/imports/pages/import.page.tsx'),
  route('me/imports/:importedId', '../features/passports/imports/pages/imported.page.tsx'),
  route('me/badges/:id', '../features/passports/pages/my-badge.page.tsx'),
]
