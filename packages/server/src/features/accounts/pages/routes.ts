import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string) => route(path, `../features/accounts/pages/${name}.page.tsx`)
const post = (path: string, name: string) => route(path, `../features/accounts/pages/${name}.post.ts`)

export const accountsPages: RouteConfigEntry[] = [
  page('sign-in', 'sign-in'),
  page('sign-in/link/:token', 'sign-in-link'),
  page('first-administrator/:token', 'first-administrator'),
  page('account', 'account'),
  page('account/emails/verify/:token', 'verify-email'),
  post('sign-out', 'sign-out'),
  post('language', 'language'),
  post('appearance', 'appearance'),
]
