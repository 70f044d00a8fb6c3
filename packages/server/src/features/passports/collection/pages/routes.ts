import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const collectionPages: RouteConfigEntry[] = [route('me/skills', '../features/passports/collection/pages/skills.page.tsx')]
