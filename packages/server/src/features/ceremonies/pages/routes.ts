import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const ceremoniesPages: RouteConfigEntry[] = [route('organizations/:slug/cards', '../features/ceremonies/pages/cards.page.tsx')]
