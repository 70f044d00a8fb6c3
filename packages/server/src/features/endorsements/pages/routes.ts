import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/endorsements/pages/${name}.page.tsx`)

export const endorsementsPages: RouteConfigEntry[] = [
  page('me/endorsements', 'my-endorsements'),
  page('me/endorsements/new', 'ask'),
  page('me/endorsements/:requestId', 'answer'),
  page('e/:token', 'answer-by-link'),
  page('e/:token/stop', 'stop'),
  page('endorsements/:id', 'endorsement'),
]
