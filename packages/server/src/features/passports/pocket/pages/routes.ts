import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const pocketPages: RouteConfigEntry[] = [route('me/pocket', '../features/passports/pocket/pages/pocket.page.tsx')]
