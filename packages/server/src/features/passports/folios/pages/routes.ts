import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const foliosPages: RouteConfigEntry[] = [
  route('me/folios', '../features/passports/folios/pages/folios.page.tsx'),
  route('me/folios/:folioId', '../features/passports/folios/pages/folio.page.tsx'),
  route('me/folios/:folioId/edit', '../features/passports/folios/pages/edit-folio.page.tsx'),
]
