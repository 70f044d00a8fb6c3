import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/ceremonies/pages/${name}.page.tsx`)
const CEREMONY = 'organizations/:slug/ceremonies/:ceremonyId'

export const ceremoniesPages: RouteConfigEntry[] = [
  page('organizations/:slug/cards', 'cards'),
  page('organizations/:slug/cohorts/:cohortId/access-cards', 'access-cards'),
  page('organizations/:slug/ceremonies', 'ceremonies'),
  page('organizations/:slug/ceremonies/new', 'new-ceremony'),
  page(CEREMONY, 'ceremony'),
  page(`${CEREMONY}/edit`, 'edit-ceremony'),
  page(`${CEREMONY}/add`, 'add'),
  page(`${CEREMONY}/recipients/:recipientId`, 'recipient'),
  page(`${CEREMONY}/run-sheet`, 'run-sheet'),
  page(`${CEREMONY}/control`, 'control'),
  page(`${CEREMONY}/scan`, 'scan'),
  page(`${CEREMONY}/paper`, 'paper'),
  page(`${CEREMONY}/publish`, 'publish'),
]

/** What fills a whole screen has nothing of the house around it. */
export const ceremoniesScreens: RouteConfigEntry[] = [page(`${CEREMONY}/screen`, 'screen')]
