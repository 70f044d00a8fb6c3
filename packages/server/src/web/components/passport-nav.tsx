import { useTranslation } from 'react-i18next'
import { Link, useLocation, useRouteLoaderData } from 'react-router'
import type { rootLoader } from '../root.server.ts'
import tabs from './tabs.module.css'

type Entry = {
  /** Its word is `passports:nav.<key>`. */
  key: string
  to: string
  /** Other addresses that are part of it. */
  also?: string
  /** What only grown-ups do. */
  isGrownUp?: true
}

/** The rooms of a passport, in the order in which people need them: a page that is added finds its place here. */
const ENTRIES: Entry[] = [
  { key: 'badges', to: '/me/badges', also: '/me/imports' },
  { key: 'skills', to: '/me/skills' },
  { key: 'folios', to: '/me/folios' },
  { key: 'cv', to: '/me/cv' },
  { key: 'shares', to: '/me/shares' },
  { key: 'endorsements', to: '/me/endorsements' },
  { key: 'circle', to: '/me/circle' },
  { key: 'data', to: '/me/data' },
]

/** Above every page of one's own passport: where one is, and what else there is. */
export function PassportNav() {
  const { t } = useTranslation('passports')
  const { pathname } = useLocation()
  const { tone } = useRouteLoaderData<typeof rootLoader>('root')!
  const entries = ENTRIES.filter(({ isGrownUp }) => !isGrownUp || tone === 'vous')
  if (entries.length < 2) return null
  return (
    <nav className={`${tabs.nav} no-print`} aria-label={t('nav.label')}>
      <ul className={tabs.tabs}>
        {entries.map((entry) => (
          <li key={entry.key}>
            <Link to={entry.to} aria-current={pathname === entry.to ? 'page' : isBelow(entry, pathname) ? 'true' : undefined}>
              {t(`nav.${entry.key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const isBelow = ({ to, also }: Entry, pathname: string): boolean => [to, also].some((root) => root && pathname.startsWith(`${root}/`))
