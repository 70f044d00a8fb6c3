import { Anchor, Badge, Button, Container, Group, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import type { action, loader } from './achievement.server.ts'
import { AchievementBody } from './achievement-body.tsx'
import classes from './achievements.module.css'
import { Sharing } from './sharing.tsx'
import { SimilarBadges } from './similar-badges.tsx'
import { WhatChanges } from './what-changes.tsx'

export { action, loader } from '#features/achievements/pages/achievement.server.ts'

export const meta = titled

export default function AchievementPage() {
  const { t } = useTranslation('achievements')
  const badge = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const list = `/organizations/${badge.organization.slug}/achievements`
  return (
    <Container size="lg">
      <OrganizationNav organization={badge.organization} can={badge.can} />
      <PageHeader title={badge.body.name || t('list.unnamed')} back={{ to: list, label: t('inner.back') }} lead={<State />} actions={<Actions />} />
      <DoneNotice slice="achievements" />
      <FormProblem result={result} slice="achievements" />
      <Stack gap="xl">
        {badge.isDraft && <Readiness />}
        <SimilarBadges similar={badge.similar} library={`/organizations/${badge.organization.slug}/library`} />
        <section aria-labelledby="preview">
          <Title order={2} id="preview" mb="sm">
            {t(badge.isDraft ? 'inner.preview' : 'inner.shown')}
          </Title>
          <div className={`surface ${classes.pagePreview}`}>
            <AchievementBody {...badge.body} order={2} issuer={{ name: badge.organization.name }} />
          </div>
        </section>
        <Versions />
        <Sharing />
        <More />
      </Stack>
    </Container>
  )
}

function State() {
  const { t } = useTranslation('achievements')
  const { isArchived, isDraft, versions } = useLoaderData<typeof loader>()
  const [latest] = versions
  return (
    <Group component="span" gap="xs">
      {isArchived && (
        <Badge component="span" variant="light" color="gray" tt="none" size="lg" c="var(--mantine-color-text)">
          {t('inner.state.archived')}
        </Badge>
      )}
      {latest && !isArchived && (
        <Badge component="span" variant="light" color="teal" tt="none" size="lg" c="var(--mantine-color-text)">
          {t('inner.state.published', { number: latest.number })}
        </Badge>
      )}
      {isDraft && (
        <Badge component="span" variant="light" color="coral" tt="none" size="lg" c="var(--mantine-color-text)">
          {t(latest ? 'inner.state.next' : 'inner.state.draft')}
        </Badge>
      )}
    </Group>
  )
}

function Actions() {
  const { t } = useTranslation('achievements')
  const { organization, can, achievementId, isArchived, isDraft, versions } = useLoaderData<typeof loader>()
  const [latest] = versions
  return (
    <>
      <Button component={Link} to="resources" relative="path" variant="default">
        {t('resources:manage.from_badge')}
      </Button>
      {latest && (
        <Button component={Link} to={`/achievements/${achievementId}`} variant="default">
          {t('inner.public_page')}
        </Button>
      )}
      {isDraft && can.design && !isArchived && (
        <Button component={Link} to="edit" relative="path" variant={latest ? 'default' : 'filled'}>
          {t('inner.edit')}
        </Button>
      )}
      {latest && can.issue && !isArchived && (
        <Button component={Link} to={`/organizations/${organization.slug}/issue?achievement=${achievementId}`}>
          {t('inner.issue')}
        </Button>
      )}
    </>
  )
}

/** What is still missing, each with the way to it; then the button that publishes. */
function Readiness() {
  const { t } = useTranslation('achievements')
  const { can, missing, versions, isArchived, comparison } = useLoaderData<typeof loader>()
  if (missing.length > 0)
    return (
      <Notice kind="info" title={t('inner.missing_title', { count: missing.length })}>
        <List spacing={6} mt={4}>
          {missing.map((check) => (
            <List.Item key={check}>
              {can.design ? (
                <Anchor component={Link} to={`edit#${check}`} relative="path" inherit>
                  {t(`inner.missing.${check}`)}
                </Anchor>
              ) : (
                t(`inner.missing.${check}`)
              )}
            </List.Item>
          ))}
        </List>
      </Notice>
    )
  if (!can.design || isArchived) return null
  return (
    <div className={`surface ${classes.panel}`}>
      <Title order={2} mb="xs">
        {t('inner.ready_title')}
      </Title>
      <Text mb="md" maw="42rem">
        {t(versions.length ? 'inner.ready_text_next' : 'inner.ready_text')}
      </Text>
      {comparison && (
        <>
          <Title order={3} size="h4" mb={4}>
            {t('changes.title')}
          </Title>
          <WhatChanges comparison={comparison} />
        </>
      )}
      <Form method="post">
        <Button type="submit" name="intent" value="publish" mt={comparison ? 'md' : 0}>
          {t(versions.length ? 'inner.publish_next' : 'inner.publish')}
        </Button>
      </Form>
    </div>
  )
}

function Versions() {
  const { t } = useTranslation('achievements')
  const { achievementId, versions, locale } = useLoaderData<typeof loader>()
  if (versions.length === 0) return null
  const day = (date: Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(date)
  return (
    <section aria-labelledby="versions">
      <Title order={2} id="versions" mb="xs">
        {t('public.versions')}
      </Title>
      <ol reversed className={classes.list}>
        {versions.map(({ number, publishedAt }) => (
          <li key={number}>
            <Anchor component={Link} to={`/achievements/${achievementId}/versions/${number}`}>
              {t('public.version', { number, date: day(publishedAt) })}
            </Anchor>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Rarer changes, each with what follows from it. */
function More() {
  const { t } = useTranslation('achievements')
  const { can, isArchived, isDraft, versions } = useLoaderData<typeof loader>()
  if (!can.design) return null
  const offers = [
    { intent: 'new-version', isOffered: versions.length > 0 && !isDraft && !isArchived },
    { intent: 'discard', isOffered: isDraft },
    { intent: 'archive', isOffered: versions.length > 0 && !isArchived },
    { intent: 'unarchive', isOffered: isArchived },
  ].filter(({ isOffered }) => isOffered)
  return (
    <section aria-labelledby="more" className={`surface ${classes.panel}`}>
      <Title order={2} id="more" mb="sm">
        {t('inner.more')}
      </Title>
      <Stack gap="lg">
        {offers.map(({ intent }) => {
          const scope = intent === 'discard' && versions.length === 0 ? 'delete' : intent
          return (
            <Form method="post" key={intent}>
              <Group gap="md">
                <Button type="submit" name="intent" value={intent} variant="default">
                  {t(`inner.change.${scope}`)}
                </Button>
                <Text size="sm" c="dimmed" flex="1 1 16rem">
                  {t(`inner.change_help.${scope}`)}
                </Text>
              </Group>
            </Form>
          )
        })}
      </Stack>
    </section>
  )
}
