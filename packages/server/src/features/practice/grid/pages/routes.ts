import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (path: string, name: string): RouteConfigEntry => route(`organizations/:slug/programmes/:programmeId/${path}`, `../features/practice/grid/pages/${name}.page.tsx`)

export const gridPages: RouteConfigEntry[] = [page('grid', 'grid'), page('grid/:personId/:achievementId', 'cell'), page('glance', 'glance')]
