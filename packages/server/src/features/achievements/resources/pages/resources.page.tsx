import { Anchor, Badge, Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { RESOURCE_KINDS } from '../resource.schema.ts'
import classes from './resources.module.css'
import type { action, loader } from './resources.server.ts'

export { action, loader } from '#features/achievements/resources/pages/resources.server.ts'

export const meta = titled

export default function ResourcesPage() {
  const { t } = useTranslation('resources')
  const { organization, can, badge, resources } = useLoaderData<typeof loader>()
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('manage.title')} lead={t('manage.lead')} back={{ to: badge.to, label: badge.name }} />
      <DoneNotice slice="resources" />
      <FormProblem result={useActionData<typeof action>()} slice="resources" />
      <Stack gap="xl">
        {can.design && resources.length > 0 && <Add />}
        {resources.length === 0 ? (
          <EmptyState title={t('manage.empty_title')} actions={can.design && <AddLinks />}>
            {t(can.design ? 'manage.empty_text' : 'manage.empty_text_reader')}
          </EmptyState>
        ) : (
          <Own />
        )}
        {can.design && <Import />}
      </Stack>
    </Container>
  )
}

function Add() {
  return (
    <Group gap="sm">
      <AddLinks />
    </Group>
  )
}

function AddLinks() {
  const { t } = useTranslation('resources')
  const { here } = useLoaderData<typeof loader>()
  return RESOURCE_KINDS.map((kind, index) => (
    <Button key={kind} component={Link} to={`${here}/new?kind=${kind}`} variant={index === 0 ? 'filled' : 'default'}>
      {t(`manage.add.${kind}`)}
    </Button>
  ))
}

function Own() {
  const { t } = useTranslation('resources')
  const { resources, can, here, achievementId } = useLoaderData<typeof loader>()
  return (
    <Form method="post" className={`surface ${classes.panel}`}>
      <ol className={classes.list}>
        {resources.map(({ resourceId, kind, title, hint, isPublic }, index) => (
          <li key={resourceId} className={classes.item}>
            <div className={classes.itemText}>
              <Anchor component={Link} to={can.design ? `${here}/${resourceId}` : `/achievements/${achievementId}/resources/${resourceId}`} fw={600}>
                {title}
              </Anchor>{' '}
              {isPublic && (
                <Badge variant="light" color="gray" tt="none" c="var(--mantine-color-text)">
                  {t('manage.public')}
                </Badge>
              )}
              <Text size="sm" c="dimmed">
                {t(`kind.${kind}`)}
                {hint && ` · ${hint}`}
              </Text>
            </div>
            {can.design && (
              <Group gap={4}>
                <Button component={Link} to={`/achievements/${achievementId}/resources/${resourceId}`} variant="subtle" aria-label={t('manage.open_named', { title })}>
                  {t('manage.open')}
                </Button>
                {index > 0 && (
                  <Button type="submit" name="intent" value={`raise:${resourceId}`} variant="subtle" aria-label={t('manage.raise_named', { title })}>
                    {t('manage.raise')}
                  </Button>
                )}
                {kind === 'exercise' && (
                  <Button type="submit" name="intent" value={`duplicate:${resourceId}`} variant="subtle" aria-label={t('manage.duplicate_named', { title })}>
                    {t('manage.duplicate')}
                  </Button>
                )}
              </Group>
            )}
          </li>
        ))}
      </ol>
    </Form>
  )
}

function Import() {
  const { t } = useTranslation('resources')
  return (
    <section aria-labelledby="import" className={`surface ${classes.panel}`}>
      <Title order={2} id="import" mb="xs">
        {t('manage.import_title')}
      </Title>
      <Form method="post" encType="multipart/form-data">
        <Stack gap="md" align="flex-start">
          <label className={classes.file}>
            <Text size="sm">{t('manage.import_help')}</Text>
            <input type="file" name="file" accept="application/json,.json" required />
          </label>
          <Button type="submit" name="intent" value="import" variant="default">
            {t('manage.import')}
          </Button>
        </Stack>
      </Form>
    </section>
  )
}
