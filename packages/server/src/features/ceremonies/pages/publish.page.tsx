import { Button, Checkbox, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData, useNavigation, useRevalidator } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './ceremonies.module.css'
import type { loader } from './publish.server.ts'

export { action, loader } from '#features/ceremonies/pages/publish.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Page = ReturnType<typeof useLoaderData<typeof loader>>
const PHASES = { confirm: Confirm, running: Running, finished: Finished }

export default function PublishPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('ceremonies')
  const Phase = PHASES[page.phase]
  return (
    <Container size="md">
      <OrganizationNav organization={page.organization} can={page.can} />
      <PageHeader title={t(`publish.${page.phase}`)} back={{ to: page.home, label: page.ceremony.title }} />
      <FormProblem result={useActionData()} slice="ceremonies" />
      <Phase page={page} />
    </Container>
  )
}

function Confirm({ page: { counts, badges, cardCount, home, ceremony } }: { page: Page }) {
  const { t } = useTranslation('ceremonies')
  const isBusy = useNavigation().state !== 'idle'
  if (counts.total === 0) return <Notice kind="info">{t('errors.nobody_to_publish')}</Notice>
  return (
    <Stack gap="lg">
      {ceremony.state === 'preparing' && <Notice kind="warning">{t('publish.early', { when: ceremony.when })}</Notice>}
      <p className={classes.counts}>{t('publish.total', { count: counts.total })}</p>
      <ul className={classes.badges}>
        {badges.map(({ name, imageId, count }) => (
          <li key={name}>
            <BadgeImage imageId={imageId} alt="" size={40} />
            {t('publish.of_badge', { name, count })}
          </li>
        ))}
      </ul>
      <ul style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
        <li>{t('publish.tells')}</li>
        {cardCount > 0 && <li>{t('publish.cards', { count: cardCount })}</li>}
        <li>{t('publish.freezes')}</li>
      </ul>
      <Form method="post">
        <Stack gap="md">
          <Checkbox size="md" name="understood" value="yes" required label={t('publish.understood')} />
          <Group>
            <Button type="submit" size="lg" loading={isBusy}>
              {t('publish.submit', { count: counts.total })}
            </Button>
            <Button component={Link} to={home} variant="default" size="lg">
              {t('form.back')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Stack>
  )
}

function Running({ page: { counts } }: { page: Page }) {
  const { t } = useTranslation('ceremonies')
  const done = counts.total - counts.waiting
  useEverySecond()
  return (
    <Stack gap="lg">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <Text>{t('publish.running_help')}</Text>
      <div>
        <Text id="publish-progress" role="status" fw={600} mb={6}>
          {t('publish.progress', { done, total: counts.total })}
        </Text>
        <progress className={classes.progress} aria-labelledby="publish-progress" value={done} max={counts.total} />
      </div>
    </Stack>
  )
}

/** With scripts the numbers move by themselves; without, the page asks again every three seconds. */
function useEverySecond() {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => void (document.visibilityState === 'visible' && revalidate()), 1000)
    return () => clearInterval(timer)
  }, [revalidate])
}

function Finished({ page }: { page: Page }) {
  const { counts, failed, held, left, home } = page
  const { t } = useTranslation('ceremonies')
  const isBusy = useNavigation().state !== 'idle'
  return (
    <Stack gap="xl">
      <Notice kind={counts.failed > 0 ? 'warning' : 'success'}>{t('publish.summary', { issued: counts.issued, held: counts['already-held'], failed: counts.failed })}</Notice>
      <Group>
        <Button component={Link} to={`${home}/paper`}>
          {t('publish.print')}
        </Button>
        <Button component={Link} to={`${home}/scan`} variant="default">
          {t('ceremony.tool_scan')}
        </Button>
      </Group>
      {failed.length > 0 && (
        <section className={`surface ${classes.class}`} aria-labelledby="failed">
          <Title order={2} id="failed" mb="xs" mt="sm">
            {t('publish.failed', { count: failed.length })}
          </Title>
          <ul className={classes.list}>
            {failed.map((person) => (
              <li key={person.recipientId} className={classes.person}>
                <BadgeImage imageId={person.badge.imageId} alt="" size={48} />
                <div>
                  <Link to={`${home}/recipients/${person.recipientId}`} className={classes.name}>
                    {person.name}
                  </Link>
                  <p className={classes.notes}>
                    {person.badge.name} · {person.reason}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <Form method="post" style={{ paddingBottom: '0.75rem' }}>
            <Button type="submit" name="intent" value="retry" loading={isBusy}>
              {t('publish.retry', { count: failed.length })}
            </Button>
          </Form>
        </section>
      )}
      <Names id="held" title={t('publish.held', { count: held.length })} people={held} />
      <Names id="left" title={t('publish.left', { count: left.length })} help={t('publish.left_help')} people={left} />
    </Stack>
  )
}

function Names({ id, title, help, people }: { id: string; title: string; help?: string; people: Page['left'] }) {
  if (people.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="xs">
        {title}
      </Title>
      {help && (
        <Text c="dimmed" mb="xs">
          {help}
        </Text>
      )}
      <ul style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
        {people.map((person) => (
          <li key={person.recipientId}>{[person.name, person.className, person.badge.name].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
    </section>
  )
}
