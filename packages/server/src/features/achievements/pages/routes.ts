import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `../features/achievements/pages/${name}.page.tsx`

const resource = (name: string) => `../features/achievements/resources/pages/${name}.page.tsx`

export const achievementsPages: RouteConfigEntry[] = [
  route('achievements/:achievementId', page('public-achievement'), { id: 'achievement' }),
  route('achievements/:achievementId/versions/:number', page('public-achievement'), { id: 'achievement-version' }),
  route('organizations/:slug/achievements', page('achievements')),
  route('organizations/:slug/library', page('library')),
  route('organizations/:slug/library/:achievementId', page('library-badge')),
  route('organizations/:slug/achievements/new', page('edit-achievement'), { id: 'new-achievement' }),
  route('organizations/:slug/achievements/markdown', '../features/achievements/pages/preview-markdown.ts'),
  route('organizations/:slug/achievements/:achievementId', page('achievement')),
  route('organizations/:slug/achievements/:achievementId/edit', page('edit-achievement'), { id: 'edit-achievement' }),
  route('achievements/:achievementId/resources/:resourceId', resource('resource')),
  route('organizations/:slug/achievements/:achievementId/resources', resource('resources')),
  route('organizations/:slug/achievements/:achievementId/resources/new', resource('edit-resource'), { id: 'new-resource' }),
  route('organizations/:slug/achievements/:achievementId/resources/:resourceId', resource('edit-resource'), { id: 'edit-resource' }),
]
