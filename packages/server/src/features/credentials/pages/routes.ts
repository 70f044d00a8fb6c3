import { type RouteConfigEntry, route } from '@react-router/dev/routes'
import { facePages } from '../faces/pages/routes.ts'

const page = (path: string, name: string) => route(path, `../features/credentials/pages/${name}.page.tsx`)

export const credentialsPages: RouteConfigEntry[] = [
  page('organizations/:slug/issue', 'issue'),
  page('organizations/:slug/issue/:batchId', 'batch'),
  page('organizations/:slug/credentials', 'issued-list'),
  page('organizations/:slug/credentials/:id', 'issued'),
  ...facePages,
]
