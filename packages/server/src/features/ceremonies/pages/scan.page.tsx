import { Button, Container, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData, useSubmit } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { QrScanner } from '#web/components/qr-scanner.tsx'
import { useOthersMarks } from '../browser/use-others-marks.ts'
import classes from './ceremonies.module.css'
import type { loader } from './scan.server.ts'
import { StateMark } from './state-mark.tsx'

export { action, loader } from '#features/ceremonies/pages/scan.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** At the door or beside the stage, with a phone: a card is scanned or its code typed, or the name is found in the list. */
export default function ScanPage() {
  const page = useLoaderData<typeof loader>()
  const { organization, can, home, ceremony, counts, classes: groups } = page
  const { t } = useTranslation('ceremonies')
  const submit = useSubmit()
  useOthersMarks()
  return (
    <Container size="sm">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('scan.title')} lead={t('scan.lead')} back={{ to: home, label: ceremony.title }} />
      <FormProblem result={useActionData()} slice="ceremonies" />
      <Marked page={page} />
      <Stack gap="xl">
        <section className={`surface ${classes.panel}`} aria-label={t('scan.card')}>
          <Stack gap="md">
            <QrScanner onFound={(text) => submit({ code: text }, { method: 'post' })} />
            <Form method="post">
              <Group align="end" gap="sm">
                <TextInput
                  key={page.marked?.recipientId ?? ''}
                  name="code"
                  label={t('scan.code')}
                  description={t('scan.code_help')}
                  required
                  autoComplete="off"
                  autoCapitalize="characters"
                  className={classes.code}
                  maxLength={200}
                />
                <Button type="submit" size="lg">
                  {t('scan.submit')}
                </Button>
              </Group>
            </Form>
          </Stack>
        </section>
        <p className={classes.counts} role="status">
          {t('scan.counts', counts)}
        </p>
        {groups.map(({ className, people }) => (
          <details key={className} className={`surface ${classes.class} ${classes.details}`}>
            <summary>
              {className || t('no_class')}, {t('scan.handed_of', { handed: people.filter(({ presence }) => presence === 'handed').length, total: people.length })}
            </summary>
            <ul className={classes.list}>
              {people.map((person) => (
                <Row key={person.recipientId} person={person} />
              ))}
            </ul>
          </details>
        ))}
      </Stack>
    </Container>
  )
}

function Marked({ page: { marked } }: { page: Page }) {
  const { t } = useTranslation('ceremonies')
  if (!marked) return null
  const key = marked.wasHanded ? 'again' : marked.presence
  return (
    <Notice kind={marked.wasHanded ? 'info' : 'success'} mb="md">
      {t(`scan.marked_${key}`, { name: marked.name, badge: marked.badge.name, time: marked.markedAt ?? '' })}
      {marked.presence === 'handed' && (
        <Form method="post">
          <input type="hidden" name="recipientId" value={marked.recipientId} />
          <Button type="submit" name="presence" value="expected" variant="subtle" size="compact-md" mih="2.75rem">
            {t('scan.undo')}
          </Button>
        </Form>
      )}
    </Notice>
  )
}

function Row({ person }: { person: Page['classes'][number]['people'][number] }) {
  const { t } = useTranslation('ceremonies')
  return (
    <li id={`r-${person.recipientId}`} className={classes.classHead} style={{ borderTop: '1px solid var(--boat-edge)' }}>
      <div>
        <Title order={3} size="1rem">
          {person.name}
        </Title>
        <Text size="sm" c="dimmed">
          {person.badge.name}
        </Text>
      </div>
      <Form method="post" preventScrollReset className={classes.ends}>
        <input type="hidden" name="recipientId" value={person.recipientId} />
        {person.presence !== 'expected' && <StateMark of="presence" state={person.presence} />}
        {person.presence !== 'handed' && (
          <Button type="submit" name="presence" value="handed" variant="default" size="sm" mih="2.75rem" aria-label={t('mark.handed_named', { name: person.name })}>
            {t('mark.handed')}
          </Button>
        )}
        {person.presence === 'expected' && (
          <Button type="submit" name="presence" value="absent" variant="subtle" size="sm" mih="2.75rem" aria-label={t('mark.absent_named', { name: person.name })}>
            {t('mark.absent')}
          </Button>
        )}
      </Form>
    </li>
  )
}
