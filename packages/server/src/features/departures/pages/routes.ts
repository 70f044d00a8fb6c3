import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/departures/pages/${name}.page.tsx`)

export const departuresPages: RouteConfigEntry[] = [
  page('organizations/:slug/departures', 'departures'),
  page('organizations/:slug/departures/:cohortId', 'leaving-class'),
  page('organizations/:slug/arrivals', 'arrivals'),
  page('me/leave', 'leave'),
  page('leave', 'enter-home-code'),
  page('leave/:code', 'open-at-home'),
]
