import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import classes from './organization-nav.module.css'
import tabs from './tabs.module.css'

type Rights = { viewPeople: boolean; managePeople: boolean; manageStructure: boolean; issue: boolean; lead: boolean }
type Props = { organization: { slug: string; name: string }; can: Rights }
/** `key` is the word (`organizations:nav.<key>`), and the address below the structure's home unless `path` says another. */
type Page = { key: string; path?: string; isShown: boolean }

/** The pages of a structure in the sections that people look for: a page that is added finds its place here. */
const listSections = (can: Rights): { key: string; pages: Page[] }[] => [
  { key: 'home', pages: [{ key: 'home', path: '', isShown: true }] },
  {
    key: 'achievements',
    pages: [
      { key: 'achievements', isShown: true },
      { key: 'library', isShown: true },
    ],
  },
  {
    key: 'recognise',
    pages: [
      { key: 'nominations', isShown: can.issue },
      { key: 'juries', isShown: can.issue },
      { key: 'ceremonies', isShown: can.issue },
      { key: 'issue', isShown: can.issue },
      { key: 'credentials', isShown: can.viewPeople },
    ],
  },
  { key: 'programmes', pages: [{ key: 'programmes', isShown: can.issue }] },
  {
    key: 'everybody',
    pages: [
      { key: 'people', isShown: can.viewPeople },
      { key: 'cohorts', isShown: can.viewPeople },
      // For the structure’s own people alone.
      { key: 'shown-badges', isShown: can.issue },
      { key: 'arrivals', isShown: can.managePeople },
      { key: 'departures', isShown: can.viewPeople },
    ],
  },
  {
    key: 'steering',
    pages: [
      { key: 'settings', isShown: can.manageStructure },
      { key: 'audit', isShown: can.manageStructure },
      { key: 'fairness', isShown: can.lead },
      { key: 'start', isShown: can.lead },
    ],
  },
]

/** Above every inner page of a structure: where one is, and where else one may go there. */
export function OrganizationNav({ organization, can }: Props) {
  const { t } = useTranslation('organizations')
  const { pathname } = useLocation()
  const home = `/organizations/${organization.slug}`
  const sections = listSections(can)
    .map(({ key, pages }) => ({
      key,
      pages: pages.filter(({ isShown }) => isShown).map((page) => ({ key: page.key, to: [home, page.path ?? page.key].filter(Boolean).join('/') })),
    }))
    .filter(({ pages }) => pages.length > 0)
  const current = findCurrent(
    sections.flatMap(({ pages }) => pages.map(({ to }) => to)),
    pathname,
    home,
  )
  const open = sections.find(({ pages }) => pages.some(({ to }) => to === current))
  return (
    <nav className={tabs.nav} aria-label={t('nav.label', { name: organization.name })}>
      {/* The first page bears the name as its title. */}
      {pathname !== home && <p className={classes.name}>{organization.name}</p>}
      <ul className={tabs.tabs}>
        {sections.map((section) => {
          // A section of one page is called by the page.
          const { to } = section.pages[0]!
          const key = section.pages.length === 1 ? section.pages[0]!.key : section.key
          return (
            <li key={section.key}>
              <Link to={to} aria-current={section !== open ? undefined : section.pages.length > 1 ? 'true' : 'page'}>
                {t(`nav.${key}`)}
              </Link>
            </li>
          )
        })}
      </ul>
      {open && open.pages.length > 1 && (
        <ul className={classes.pages} aria-label={t(`nav.${open.key}`)}>
          {open.pages.map(({ key, to }) => (
            <li key={key}>
              <Link to={to} aria-current={to === current ? 'page' : undefined}>
                {t(`nav.${key}`)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}

/** The page one is on or below; the home is only itself. */
const findCurrent = (addresses: string[], pathname: string, home: string): string | undefined =>
  addresses
    .filter((to) => pathname === to || (to !== home && pathname.startsWith(`${to}/`)))
    .sort((a, b) => b.length - a.length)
    .at(0)
