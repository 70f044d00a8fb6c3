import { type RouteConfigEntry, route } from '@react-router/dev/routes'
import { bookletsPages } from '../booklets/pages/routes.ts'
import { gridPages } from '../grid/pages/routes.ts'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/practice/${name}.page.tsx`)

export const practicePages: RouteConfigEntry[] = [
  page('organizations/:slug/programmes', 'programmes/pages/programmes'),
  page('organizations/:slug/programmes/new', 'programmes/pages/programme-new'),
  page('organizations/:slug/programmes/library', 'programmes/pages/library'),
  page('organizations/:slug/programmes/library/:sharedProgrammeId', 'programmes/pages/shared-programme'),
  page('organizations/:slug/programmes/:programmeId', 'programmes/pages/programme'),
  page('organizations/:slug/programmes/:programmeId/edit', 'programmes/pages/programme-edit'),
  page('organizations/:slug/programmes/:programmeId/lesson', 'lesson/pages/lesson'),
  page('organizations/:slug/programmes/:programmeId/remarks', 'lesson/pages/remarks'),
  page('organizations/:slug/programmes/:programmeId/helping', 'helping/pages/helping'),
  page('me/practice', 'mine/pages/programmes'),
  page('me/practice/:programmeId', 'mine/pages/programme'),
  page('me/practice/:programmeId/:achievementId', 'mine/pages/badge'),
  ...gridPages,
  ...bookletsPages,
]
