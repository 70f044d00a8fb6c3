import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/nominations/pages/${name}.page.tsx`)

export const nominationsPages: RouteConfigEntry[] = [
  page('organizations/:slug/nominations', 'nominations'),
  page('organizations/:slug/nominations/new', 'nominate'),
  page('organizations/:slug/nominations/:nominationId', 'nomination'),
  page('me/nominations', 'my-nominations'),
  page('me/nominations/:nominationId', 'my-nomination'),
]
