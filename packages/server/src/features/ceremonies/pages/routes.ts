import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const ceremoniesPages: RouteConfigEntry[] = [
  route('organizations/:slug/cards', '../features/ceremonies/pages/cards.page.tsx'),
  route('organizations/:slug/cohorts/:cohortId/access-cards', '../features/ceremonies/pages/access-cards.page.tsx'),
]
