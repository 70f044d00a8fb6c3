import { Button, Container, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { AchievementBody } from './achievement-body.tsx'
import classes from './achievements.module.css'
import type { action, loader } from './library-badge.server.ts'
import { WhatChanges } from './what-changes.tsx'

export { action, loader } from '#features/achievements/pages/library-badge.server.ts'

export const meta = titled

export default function LibraryBadgePage() {
  const { t } = useTranslation('achievements')
  const { organization, can, body, author, adoption, achievementId, isArchived } = useLoaderData<typeof loader>()
  const home = `/organizations/${organization.slug}`
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={body.name}
        back={{ to: `${home}/library`, label: t('library.back') }}
        lead={t(adoption ? 'library.adopted_from' : 'library.by', { name: author.name })}
        actions={
          adoption && (
            <>
              <Button component={Link} to={`${home}/achievements/${achievementId}/resources`} variant="default">
                {t('resources:manage.from_badge')}
              </Button>
              {can.issue && !isArchived && (
                <Button component={Link} to={`${home}/issue?achievement=${achievementId}`}>
                  {t('inner.issue')}
                </Button>
              )}
            </>
          )
        }
      />
      <DoneNotice slice="achievements" />
      <FormProblem result={useActionData<typeof action>()} slice="achievements" />
      <Stack gap="xl">
        {isArchived && <Notice kind="info">{t('library.archived')}</Notice>}
        {adoption ? <NextVersion /> : <Adopt />}
        {adoption && can.design && <LocalNote />}
        <section aria-labelledby="shown">
          <Title order={2} id="shown" mb="sm">
            {t('inner.shown')}
          </Title>
          <div className={`surface ${classes.pagePreview}`}>
            <AchievementBody {...body} order={2} issuer={{ name: author.name }} />
          </div>
        </section>
        {adoption && can.design && <EndAdoption />}
      </Stack>
    </Container>
  )
}

function Adopt() {
  const { t } = useTranslation('achievements')
  const { can, author, isShared } = useLoaderData<typeof loader>()
  if (!isShared) return null
  if (!can.design) return <Notice kind="info">{t('library.ask_designer')}</Notice>
  return (
    <Form method="post" className={`surface ${classes.panel}`}>
      <Title order={2} mb="xs">
        {t('library.adopt_title')}
      </Title>
      <Text mb="md" maw="42rem">
        {t('library.adopt_text', { name: author.name })}
      </Text>
      <NoteField />
      <Button type="submit" name="intent" value="adopt" mt="md">
        {t('library.adopt')}
      </Button>
    </Form>
  )
}

function NoteField({ note = '' }: { note?: string }) {
  const { t } = useTranslation('achievements')
  const result = useActionData<typeof action>()
  return (
    <Textarea
      name="localNote"
      label={t('library.note')}
      description={t('library.note_help')}
      rows={3}
      maxLength={600}
      maw="42rem"
      defaultValue={typedValues(result).localNote ?? note}
      error={useFieldError(result, 'achievements')('localNote')}
    />
  )
}

function LocalNote() {
  const { t } = useTranslation('achievements')
  const { adoption } = useLoaderData<typeof loader>()
  return (
    <Form method="post" className={`surface ${classes.panel}`}>
      <NoteField note={adoption!.localNote} />
      <Button type="submit" name="intent" value="note" variant="default" mt="md">
        {t('library.save_note')}
      </Button>
    </Form>
  )
}

/** The author has published again: what changed, and a choice. */
function NextVersion() {
  const { t } = useTranslation('achievements')
  const { can, next, number, author } = useLoaderData<typeof loader>()
  if (!next) return null
  return (
    <Notice kind="info" title={t('library.next_title', { name: author.name, number: next.number })}>
      <Text mb="xs">{t('library.next_text', { number })}</Text>
      <WhatChanges comparison={next.comparison} />
      {can.design && (
        <Form method="post">
          <Button type="submit" name="intent" value="take-version" mt="sm">
            {t('library.take_version', { number: next.number })}
          </Button>
        </Form>
      )}
    </Notice>
  )
}

function EndAdoption() {
  const { t } = useTranslation('achievements')
  const { adoption } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="end" className={`surface ${classes.panel}`}>
      <Title order={2} id="end" mb="sm">
        {t('inner.more')}
      </Title>
      <Form method="post">
        <Group gap="md">
          <Button type="submit" name="intent" value="end" variant="default">
            {t('library.end')}
          </Button>
          <Text size="sm" c="dimmed" flex="1 1 16rem">
            {t('library.end_help', { since: adoption!.since })}
          </Text>
        </Group>
      </Form>
    </section>
  )
}
