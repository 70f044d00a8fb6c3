import { Anchor, Box, Container, Group, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, NavLink, Outlet, useLocation, useRouteLoaderData } from 'react-router'
import type { rootLoader } from '#web/root.server.ts'
import { SignOutForm } from './components/sign-out-form.tsx'
import { useLeftBehind } from './offline/use-left-behind.ts'
import classes from './shell.module.css'

export default function Shell() {
  const shell = useRouteLoaderData<typeof rootLoader>('root')!
  const { t } = useTranslation()
  useLeftBehind(shell.person?.id)
  return (
    <div className={classes.shell}>
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <header className={`${classes.header} no-print`}>
        {shell.isDemonstration && (
          <div className={classes.demonstration}>
            <Container size="lg">
              <span className={classes.long}>{t('shell.demonstration')}</span>
              <span className={classes.short}>{t('shell.demonstration_short')}</span> <Link to="/sign-in">{t('shell.change_role')}</Link>
            </Container>
          </div>
        )}
        <Container size="lg" className={classes.bar}>
          <Link to="/" className={classes.brand} aria-label={t('shell.home')}>
            <img src="/logo.svg" alt="" width={132} height={44} className="only-light" />
            <img src="/logo-on-dark.svg" alt="" width={132} height={44} className="only-dark" />
          </Link>
          <Navigation />
        </Container>
      </header>
      {shell.person?.isOnSharedDevice && (
        <div className={`${classes.shared} no-print`}>
          <Container size="lg" className={classes.sharedBar}>
            <span>{t('shell.shared', { name: shell.person.givenName })}</span>
            <SignOutForm personId={shell.person.id} action="/sign-out?to=card" label={t('shell.finished')} className={classes.finished} reloadDocument />
          </Container>
        </div>
      )}
      <Box component="main" id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </Box>
      <footer className={`${classes.footer} no-print`}>
        <Container size="lg">
          <Group justify="space-between" gap="md">
            <Text size="sm">{t('shell.motto')}</Text>
            <Group gap="md">
              <Anchor component={Link} to="/verify" size="sm">
                {t('shell.verify')}
              </Anchor>
              <LanguageSwitch />
            </Group>
          </Group>
        </Container>
      </footer>
    </div>
  )
}

function Navigation() {
  const { person, organizations, hasChildren, takesPart, newNotices } = useRouteLoaderData<typeof rootLoader>('root')!
  const { t } = useTranslation()
  return (
    <details className={classes.menu} name="menu">
      <summary className={classes.burger}>
        <span aria-hidden="true" className={classes.bars} />
        {t('shell.menu')}
      </summary>
      <nav className={classes.nav} aria-label={t('shell.menu')}>
        {person && <NavLink to="/me/badges">{t('shell.my_badges')}</NavLink>}
        {takesPart && <NavLink to="/me/practice">{t('shell.my_practice')}</NavLink>}
        {person && (
          <NavLink to="/me/notices">
            {t('shell.notices')}
            {newNotices > 0 && (
              <span className={classes.count}>
                <VisuallyHidden>{t('shell.new_notices', { count: newNotices })}</VisuallyHidden>
                <span aria-hidden="true">{newNotices}</span>
              </span>
            )}
          </NavLink>
        )}
        {hasChildren && <NavLink to="/me/children">{t('shell.my_children')}</NavLink>}
        {organizations.slice(0, 3).map((organization) => (
          <NavLink key={organization.slug} to={`/organizations/${organization.slug}`} className={classes.organization} title={organization.name}>
            {organization.name}
          </NavLink>
        ))}
        {organizations.length > 3 && <NavLink to="/organizations">{t('shell.my_organizations')}</NavLink>}
        {person?.isNetworkAdmin && <NavLink to="/network">{t('shell.network')}</NavLink>}
        <NavLink to="/verify">{t('shell.verify')}</NavLink>
        {person ? (
          <>
            <NavLink to="/account">{person.givenName}</NavLink>
            <SignOutForm personId={person.id} action="/sign-out" label={t('shell.sign_out')} className={classes.plain} />
          </>
        ) : (
          <NavLink to="/sign-in" className={classes.signIn}>
            {t('shell.sign_in')}
          </NavLink>
        )}
      </nav>
    </details>
  )
}

function LanguageSwitch() {
  const { locale } = useRouteLoaderData<typeof rootLoader>('root')!
  const { pathname, search } = useLocation()
  const other = locale === 'fr' ? 'en' : 'fr'
  return (
    <Form method="post" action="/language" reloadDocument>
      {/* Some pages do not say where a visitor comes from. */}
      <input type="hidden" name="from" value={pathname + search} />
      <button type="submit" name="locale" value={other} className={classes.plain} lang={other}>
        {other === 'fr' ? 'Français' : 'English'}
      </button>
    </Form>
  )
}
