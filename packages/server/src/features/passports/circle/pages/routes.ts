import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/passports/circle/pages/${name}.page.tsx`)

export const circlePages: RouteConfigEntry[] = [
  page('me/circle', 'circle'),
  page('me/circle/structures/:slug', 'choose'),
  page('me/circle/news', 'news'),
  page('me/circle/follow', 'follow'),
  page('me/circle/congratulate/:badgeId', 'congratulate'),
  page('organizations/:slug/shown-badges', 'shown-badges'),
]
