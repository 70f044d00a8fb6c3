import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const fairnessPages: RouteConfigEntry[] = [
  route('organizations/:slug/fairness', '../features/fairness/pages/fairness.page.tsx'),
  route('organizations/:slug/fairness.csv', '../features/fairness/pages/fairness-csv.ts'),
]
