import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const issuersPages: RouteConfigEntry[] = [
  route('issuers/:issuerId', '../features/issuers/pages/issuer.page.tsx'),
  route('organizations/:slug/settings/keys', '../features/issuers/pages/keys.page.tsx'),
]
