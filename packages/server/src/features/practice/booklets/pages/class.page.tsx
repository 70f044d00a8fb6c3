import { Button, Checkbox, Container, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ViewSwitch } from '#web/components/view-switch.tsx'
import { ProgrammeViews } from '../../programmes/pages/programme-views.tsx'
import classes from './booklets.module.css'
import type { loader } from './class.server.ts'

export { loader } from '#features/practice/booklets/pages/class.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function ClassBooklets() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  return (
    <Container size="lg">
      <OrganizationNav organization={page.organization} can={page.can} />
      <PageHeader
        title={t('class.title')}
        lead={t('class.lead')}
        back={{ to: page.here, label: page.programme }}
        actions={
          <Button component={Link} to={`${page.here}/booklets/bonus`} variant="default">
            {t('class.to_bonus')}
          </Button>
        }
      />
      <ProgrammeViews here={page.here} />
      {page.problem && (
        <Notice kind="problem" mb="md">
          {t([`booklets:errors.${page.problem}`, 'web:errors.internal_error'], { max: page.max })}
        </Notice>
      )}
      {page.cohorts.length > 1 && (
        <ViewSwitch
          label={t('class.cohorts')}
          views={[
            { to: `${page.here}/booklets`, label: t('class.all'), isCurrent: page.cohort === null },
            ...page.cohorts.map((name) => ({ to: `${page.here}/booklets?cohort=${encodeURIComponent(name)}`, label: name, isCurrent: page.cohort === name })),
          ]}
        />
      )}
      {page.people.length === 0 ? (
        <EmptyState
          title={t('class.none')}
          actions={
            <Button component={Link} to={page.here}>
              {t('class.to_programme')}
            </Button>
          }
        >
          {t('class.none_help')}
        </EmptyState>
      ) : (
        // What is ticked anew with another choice of people.
        <Print key={`${page.cohort} ${page.areTicked}`} />
      )}
      <Text mt="xl">
        <Link to={`/organizations/${page.organization.slug}/booklets`} className={classes.tappable}>
          {t('shown.title')}
        </Link>
      </Text>
    </Container>
  )
}

function Print() {
  const { here, people, cohort, areTicked, max } = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  const [count, setCount] = useState(areTicked ? people.length : 0)
  const again = new URLSearchParams({ ...(cohort && { cohort }), ...(areTicked && { tick: 'none' }) })
  return (
    <Form method="post" action={`${here}/booklets.pdf`} reloadDocument onChange={(event) => setCount(new FormData(event.currentTarget).getAll('person').length)}>
      <Stack gap="lg">
        {cohort && <input type="hidden" name="cohort" value={cohort} />}
        <fieldset className={classes.group}>
          <legend>
            <Title order={2}>{t('class.who')}</Title>
            <Text c="dimmed">{people.length > max ? t('class.choose_class', { max }) : t('class.who_help')}</Text>
          </legend>
          {people.length <= max && (
            <Link to={`${here}/booklets?${again}`} className={classes.tappable} preventScrollReset>
              {t(areTicked ? 'class.untick' : 'class.tick')}
            </Link>
          )}
          <ul className={`surface ${classes.lines}`}>
            {people.map(({ personId, name, className, standing, hasSaid }) => (
              <li key={personId} className={classes.row}>
                <Checkbox
                  name="person"
                  value={personId}
                  defaultChecked={areTicked}
                  size="md"
                  className={classes.tick}
                  label={<strong>{name}</strong>}
                  description={[className, standing, ...(hasSaid ? [t('class.has_said')] : [])].filter(Boolean).join(' · ')}
                />
                <Link to={`${here}/booklets/${personId}`} className={classes.tappable} aria-label={t('class.read_named', { name })}>
                  {t('class.read')}
                </Link>
              </li>
            ))}
          </ul>
        </fieldset>
        <div className={`surface ${classes.print}`}>
          <Text size="sm">{t('class.paper')}</Text>
          <Button type="submit" size="lg">
            {t('class.submit', { count })}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}
