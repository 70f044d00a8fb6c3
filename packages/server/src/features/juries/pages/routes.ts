import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/juries/pages/${name}.page.tsx`)

export const juriesPages: RouteConfigEntry[] = [
  page('organizations/:slug/juries', 'juries'),
  page('organizations/:slug/juries/new', 'jury-new'),
  page('organizations/:slug/juries/:juryId', 'jury'),
  page('organizations/:slug/juries/:juryId/edit', 'jury-edit'),
  page('organizations/:slug/juries/:juryId/session', 'session'),
  page('me/juries', 'my-juries'),
  page('me/juries/:juryId', 'my-jury'),
  page('juries/guest/:token', 'guest'),
  page('juries/:juryId/minutes', 'minutes'),
]
