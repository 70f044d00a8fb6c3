import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/onboarding/pages/${name}.page.tsx`)
const file = (path: string, name: string): RouteConfigEntry => route(path, `../features/onboarding/pages/${name}.ts`)

export const onboardingPages: RouteConfigEntry[] = [
  page('organizations/:slug/start', 'start'),
  page('organizations/:slug/start/group', 'group'),
  page('organizations/:slug/start/badges', 'badges'),
  page('organizations/:slug/start/calendar', 'calendar'),
  file('organizations/:slug/start/calendar/file', 'calendar-file'),
  page('organizations/:slug/start/texts', 'texts'),
  page('organizations/:slug/start/texts/:text', 'text'),
  file('organizations/:slug/start/texts/:text/file', 'text-file'),
]
