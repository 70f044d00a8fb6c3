import { Anchor, Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ChooseBadge } from './choose-badge.tsx'
import { ChoosePerson } from './choose-person.tsx'
import type { loader } from './nominate.server.ts'
import classes from './nominations.module.css'
import { VoiceForm } from './voice-form.tsx'

export { action, loader } from '#features/nominations/pages/nominate.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export type Propose = ReturnType<typeof useLoaderData<typeof loader>>

export default function NominatePage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('nominations')
  const { organization, can, nominee, badge } = page
  const here = `/organizations/${organization.slug}/nominations/new`
  return (
    <Container size="lg">
      {can && <OrganizationNav organization={organization} can={can} />}
      <PageHeader title={t('propose.title')} lead={t('propose.lead')} back={can ? undefined : { to: `/organizations/${organization.slug}`, label: organization.name }} />
      <ol className={classes.steps}>
        <li aria-current={nominee ? undefined : 'step'}>
          <span>{t('propose.step_person')}</span>
          {nominee && (
            <span className={classes.chosen}>
              <strong>{nominee.name}</strong> <Link to={here}>{t('propose.change')}</Link>
            </span>
          )}
        </li>
        <li aria-current={nominee && !badge ? 'step' : undefined}>
          <span>{t('propose.step_badge')}</span>
          {nominee && badge && (
            <span className={classes.chosen}>
              <strong>{badge.name}</strong>{' '}
              <Anchor component={Link} to={`${here}?${nominee.address}`} inherit>
                {t('propose.change')}
              </Anchor>
            </span>
          )}
        </li>
        <li aria-current={badge ? 'step' : undefined}>{t('propose.step_voice')}</li>
      </ol>
      {!nominee && <ChoosePerson page={page} here={here} />}
      {nominee && !badge && <ChooseBadge page={page} here={here} />}
      {nominee && badge && <VoiceForm page={page} nominee={nominee} badge={badge} here={here} />}
    </Container>
  )
}
