import { Outlet } from 'react-router'
import { RouteProblem } from './components/problem-page.tsx'

/** Inside the shell: a page that cannot be shown says why, and the way on stays in sight. */
export default function PageBoundary() {
  return <Outlet />
}

export const ErrorBoundary = RouteProblem
