import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/practice/booklets/pages/${name}.page.tsx`)

export const bookletsPages: RouteConfigEntry[] = [
  page('me/practice/booklets', 'own-list'),
  page('me/practice/:programmeId/booklet', 'own'),
  page('me/children/:childId/booklets', 'child-list'),
  page('me/children/:childId/booklets/:programmeId', 'child'),
  page('organizations/:slug/programmes/:programmeId/booklets', 'class'),
  page('organizations/:slug/programmes/:programmeId/booklets/bonus', 'bonus'),
  page('organizations/:slug/programmes/:programmeId/booklets/:personId', 'pupil'),
  page('organizations/:slug/booklets', 'shown'),
  page('organizations/:slug/booklets/:personId/:programmeId', 'shown-booklet'),
]
