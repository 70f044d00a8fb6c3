import { Button, Checkbox, Container, Group, Radio, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData, useRevalidator } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './access-cards.module.css'
import type { loader } from './access-cards.server.ts'

export { loader } from '#features/ceremonies/pages/access-cards.server.ts'
export const meta = titled

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type Line = Page['lines'][number]

const FORM = 'class-print'

export default function AccessCards() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('ceremonies')
  const home = `/organizations/${page.organization.slug}`
  return (
    <Container size="lg">
      <OrganizationNav organization={page.organization} can={page.can} />
      <PageHeader title={t('access.title', { name: page.cohort.name })} lead={t('access.lead')} back={{ to: `${home}/cohorts/${page.cohort.id}`, label: page.cohort.name }} />
      {page.problem && (
        <Notice kind="problem" mb="md">
          {t([`ceremonies:errors.${page.problem}`, `passports:errors.${page.problem}`, 'web:errors.internal_error'], { max: page.max })}
        </Notice>
      )}
      {page.lines.length === 0 ? (
        <EmptyState
          title={t('access.empty_title')}
          actions={
            <Button component={Link} to={`${home}/cohorts/${page.cohort.id}`}>
              {page.cohort.name}
            </Button>
          }
        >
          {t('access.empty')}
        </EmptyState>
      ) : (
        <Stack gap="lg">
          <Text fw={600}>
            {(['used', 'waiting', 'none', 'own'] as const)
              .filter((state) => page.counts[state])
              .map((state) => t(`access.counts.${state}`, { count: page.counts[state] }))
              .join(' · ')}
          </Text>
          <ul className={classes.list}>
            {page.lines.map((line) => (
              // A card just printed is no longer ticked.
              <Pupil key={`${line.personId} ${line.printed}`} line={line} />
            ))}
          </ul>
          <PrintBar />
        </Stack>
      )}
    </Container>
  )
}

/** The file comes beside the page: a moment later the page says what became of the cards. */
function useReloadSoon() {
  const { revalidate } = useRevalidator()
  return () => void setTimeout(revalidate, 2500)
}

function Pupil({ line }: { line: Line }) {
  const { t } = useTranslation('ceremonies')
  const page = useLoaderData<typeof loader>()
  const onSubmit = useReloadSoon()
  const name = `${line.givenName} ${line.familyName}`.trim()
  return (
    <li className={classes.pupil}>
      <Checkbox
        form={FORM}
        name="person"
        value={line.personId}
        defaultChecked={line.state === 'none'}
        disabled={line.state === 'own'}
        size="md"
        label={<strong>{name}</strong>}
        description={t(`access.states.${line.state}`, { printed: line.printedOn, used: line.usedOn })}
        classNames={{ labelWrapper: classes.label }}
      />
      {(line.state === 'waiting' || line.state === 'used') && (
        <details className={classes.renew}>
          <summary aria-label={t('access.renew_named', { name })}>{t('access.renew')}</summary>
          <Form method="post" action={`/organizations/${page.organization.slug}/access-cards.pdf`} reloadDocument onSubmit={onSubmit}>
            <input type="hidden" name="cohort" value={page.cohort.id} />
            <Text size="sm" mb="sm">
              {t('access.renew_help', { name: line.givenName })}
            </Text>
            <Button type="submit" name="forgotten" value={line.personId} variant="light">
              {t('access.renew_submit')}
            </Button>
          </Form>
        </details>
      )}
    </li>
  )
}

function PrintBar() {
  const { t } = useTranslation('ceremonies')
  const page = useLoaderData<typeof loader>()
  const onSubmit = useReloadSoon()
  return (
    <Form id={FORM} method="post" action={`/organizations/${page.organization.slug}/access-cards.pdf`} reloadDocument onSubmit={onSubmit} className={`surface ${classes.print}`}>
      <input type="hidden" name="cohort" value={page.cohort.id} />
      <Title order={2} size="h3">
        {t('access.print_title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('access.print_help')}
      </Text>
      <Radio.Group name="layout" label={t('access.layout')} defaultValue="cards">
        <Group mt="xs">
          <Radio value="cards" label={t('access.layouts.cards')} />
          <Radio value="a6" label={t('access.layouts.a6')} />
        </Group>
      </Radio.Group>
      <Button type="submit" size="lg" className={classes.submit}>
        {t('access.submit')}
      </Button>
    </Form>
  )
}
