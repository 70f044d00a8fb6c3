import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const sharesPages: RouteConfigEntry[] = [
  route('me/shares', '../features/passports/shares/pages/shares.page.tsx'),
  route('me/shares/new', '../features/passports/shares/pages/new-share.page.tsx'),
  route('me/shares/:shareId', '../features/passports/shares/pages/share.page.tsx'),
  route('s/:token', '../features/passports/shares/pages/shown.page.tsx'),
  route('s/:token/badges/:badgeId', '../features/passports/shares/pages/shown-badge.page.tsx'),
]
