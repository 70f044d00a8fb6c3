import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/guardians/pages/${name}.page.tsx`)

export const guardiansPages: RouteConfigEntry[] = [
  page('family', 'enter-slip'),
  page('family/:code', 'slip'),
  page('me/children', 'children'),
  page('me/children/:childId', 'child'),
  page('me/family', 'my-family'),
  page('organizations/:slug/cohorts/:cohortId/families', 'families'),
  page('organizations/:slug/families/:childId', 'family'),
]
