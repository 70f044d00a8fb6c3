import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const verificationPages: RouteConfigEntry[] = [route('verify', '../features/verification/pages/verify.page.tsx')]
