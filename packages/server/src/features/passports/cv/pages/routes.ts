import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const cvPages: RouteConfigEntry[] = [
  route('me/cv', '../features/passports/cv/pages/cvs.page.tsx'),
  route('me/cv/:cvId', '../features/passports/cv/pages/cv.page.tsx'),
  route('me/cv/:cvId/edit', '../features/passports/cv/pages/cv-edit.page.tsx'),
]
