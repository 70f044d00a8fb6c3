import { useTranslation } from 'react-i18next'
import { NavLink, useLocation } from 'react-router'
import classes from './organization-nav.module.css'

type Rights = { viewPeople: boolean; managePeople: boolean; manageStructure: boolean; issue: boolean }
type Props = { organization: { slug: string; name: string }; can: Rights }

/** Above every inner page of a structure: where one is, and where else one may go there. */
export function OrganizationNav({ organization, can }: Props) {
  const { t } = useTranslation('organizations')
  const { pathname } = useLocation()
  const home = `/organizations/${organization.slug}`
  const tabs = [
    { to: home, label: t('nav.home'), isShown: true },
    { to: `${home}/achievements`, label: t('nav.achievements'), isShown: true },
    { to: `${home}/issue`, label: t('nav.issue'), isShown: can.issue },
    { to: `${home}/nominations`, label: t('nav.nominations'), isShown: can.issue },
    { to: `${home}/credentials`, label: t('nav.credentials'), isShown: can.viewPeople },
    { to: `${home}/people`, label: t('nav.people'), isShown: can.viewPeople },
    { to: `${home}/cohorts`, label: t('nav.cohorts'), isShown: can.viewPeople },
    { to: `${home}/settings`, label: t('nav.settings'), isShown: can.manageStructure },
  ]
  return (
    <nav className={classes.nav} aria-label={t('nav.label', { name: organization.name })}>
      {/* The first page bears the name as its title. */}
      {pathname !== home && <p className={classes.name}>{organization.name}</p>}
      <ul className={classes.tabs}>
        {tabs
          .filter(({ isShown }) => isShown)
          .map(({ to, label }) => (
            <li key={to}>
              <NavLink to={to} end={to === home}>
                {label}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  )
}
