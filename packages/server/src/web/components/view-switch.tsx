import { Link } from 'react-router'
import classes from './view-switch.module.css'

export type View = { to: string; label: string; isCurrent?: boolean; lang?: string }

/** The views of one page, side by side. */
export function ViewSwitch({ label, views }: { label: string; views: readonly View[] }) {
  return (
    <nav className={classes.switch} aria-label={label}>
      {views.map((view) => (
        <Link key={view.to} to={view.to} aria-current={view.isCurrent ? 'page' : undefined} lang={view.lang}>
          {view.label}
        </Link>
      ))}
    </nav>
  )
}
