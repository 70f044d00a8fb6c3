import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(path, `../features/organizations/pages/${name}.page.tsx`)

export const organizationsPages: RouteConfigEntry[] = [
  page('network', 'network'),
  page('network/organizations/new', 'organization-new'),
  page('organizations', 'organizations'),
  page('organizations/:slug', 'organization-home'),
  page('organizations/:slug/settings', 'organization-settings'),
  page('organizations/:slug/audit', 'audit'),
  page('organizations/:slug/people', 'people'),
  page('organizations/:slug/people/invite', 'people-invite'),
  page('organizations/:slug/people/:personId', 'person'),
  page('organizations/:slug/cohorts', 'cohorts'),
  page('organizations/:slug/cohorts/new', 'cohort-new'),
  page('organizations/:slug/cohorts/:cohortId', 'cohort'),
  page('organizations/:slug/import', 'import'),
  page('organizations/:slug/import/:importId', 'import-preview'),
  route('organizations/:slug/import/:importId/refused.csv', '../features/organizations/pages/import-refused.ts'),
  page('invitations/:token', 'invitation'),
]
