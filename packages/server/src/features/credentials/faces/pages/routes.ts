import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const facePages: RouteConfigEntry[] = [route('credentials/:id', '../features/credentials/faces/pages/credential.page.tsx')]
