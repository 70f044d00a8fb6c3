import { type RouteConfigEntry, route } from '@react-router/dev/routes'
import { archivePages } from '../archive/pages/routes.ts'
import { circlePages } from '../circle/pages/routes.ts'
import { collectionPages } from '../collection/pages/routes.ts'
import { cvPages } from '../cv/pages/routes.ts'
import { foliosPages } from '../folios/pages/routes.ts'
import { pocketPages } from '../pocket/pages/routes.ts'
import { sharesPages } from '../shares/pages/routes.ts'

export const passportsPages: RouteConfigEntry[] = [
  route('claim', '../features/passports/pages/enter-code.page.tsx'),
  route('claim/:code', '../features/passports/pages/claim.page.tsx'),
  route('cards/:code', '../features/passports/pages/card.page.tsx'),
  route('me/badges', '../features/passports/pages/my-badges.page.tsx'),
  route('me/badges/import', '../features/passports/imports/pages/import.page.tsx'),
  route('me/imports/:importedId', '../features/passports/imports/pages/imported.page.tsx'),
  route('me/badges/:id', '../features/passports/pages/my-badge.page.tsx'),
  ...collectionPages,
  ...foliosPages,
  ...sharesPages,
  ...pocketPages,
  ...cvPages,
  ...archivePages,
  ...circlePages,
]
