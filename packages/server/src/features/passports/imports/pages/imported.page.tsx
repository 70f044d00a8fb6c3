import { Anchor, Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EndorsementsSection } from '#web/components/endorsements-section.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import { BadgeCircle } from '../../circle/pages/badge-circle.tsx'
import { BadgeSays } from '../../collection/pages/badge-says.tsx'
import { MyWords } from '../../collection/pages/my-words.tsx'
import { ShareByLink } from '../../shares/pages/share-by-link.tsx'
import { ImportStateWord } from './import-state-word.tsx'
import type { action, loader } from './imported.server.ts'
import classes from './imports.module.css'

export { action, loader } from '#features/passports/imports/pages/imported.server.ts'
export const meta = titled

export default function ImportedBadge() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('imports')
  const { badge } = page
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader
        title={badge.name}
        lead={badge.issuerName ? t(page.authorName ? 'from_by' : 'from', { issuer: badge.issuerName, author: page.authorName }) : undefined}
        back={{ to: '/me/badges', label: t('import.back') }}
      />
      <DoneNotice slice="passports" />
      <FormProblem result={result} slice="passports" />
      <div className={classes.detail}>
        <div className={`surface ${classes.picture}`}>
          <BadgePicture badge={badge} size={240} isNamed />
          <ImportStateWord badge={badge} />
          {badge.receivedOn && <Text>{t('received_on', { date: badge.receivedOn })}</Text>}
          {badge.validUntil && <Text>{t('valid_until', { date: badge.validUntil })}</Text>}
          {badge.state !== 'revoked' && <ShareByLink badgeId={badge.id} />}
        </div>
        <Stack gap="lg">
          <MyWords note={page.note} result={result} />
          <Status />
          {page.recipient === 'another' && (
            <Notice kind="info" title={t('another.title')}>
              {t('another.help')}{' '}
              <Anchor component={Link} to="/account">
                {t('another.link')}
              </Anchor>
            </Notice>
          )}
          <BadgeSays said={page.said}>
            {page.level && <Text fw={600}>{t('level', { name: page.level.name })}</Text>}
            {page.inside !== null && page.inside > 0 && <Text>{t('inside', { count: page.inside })}</Text>}
          </BadgeSays>
          <BadgeCircle circle={page.circle} />
          <EndorsementsSection of={page.endorsements} className={classes.panel} />
          <section className={`surface ${classes.panel}`} aria-labelledby="file">
            <Title order={2} id="file" mb="xs">
              {t('file.title')}
            </Title>
            <Text mb="sm">{t('file.help', { name: page.fileName, date: page.importedOn })}</Text>
            {page.address && (
              <Text mb="sm" className={classes.given}>
                {t('file.address')} {page.address}
              </Text>
            )}
            <Button component="a" href={`/me/imports/${badge.id}/file`} download variant="default">
              {t('file.download')}
            </Button>
          </section>
          <Remove />
        </Stack>
      </div>
    </Container>
  )
}

/** How it stands today, in a sentence, and what did not pass. */
function Status() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation(['imports', 'verification'])
  const { badge, doubts } = page
  const kind = badge.state === 'valid' ? 'success' : badge.state === 'unknown' || badge.state === 'expired' ? 'warning' : 'problem'
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="status">
      <Title order={2} id="status" mb="sm">
        {t('status')}
      </Title>
      <Notice kind={page.unreachableSince ? 'warning' : kind}>{t(`state.${badge.state}.sentence`, { date: badge.validUntil ?? '' })}</Notice>
      {page.unreachableSince && <Text mt="sm">{t('unreachable', { date: page.unreachableSince })}</Text>}
      {doubts.length > 0 && (
        <ul className={classes.results}>
          {doubts.map((code) => (
            <li key={code}>{t(`verification:codes.${code}.found`)}</li>
          ))}
        </ul>
      )}
      <Group mt="sm" gap="sm">
        <Form method="post" preventScrollReset>
          <Button type="submit" name="intent" value="verify" variant="default">
            {t('verify_again')}
          </Button>
        </Form>
        <Text size="sm" c="dimmed">
          {t('verified_on', { date: page.verifiedOn, version: page.version })}
        </Text>
      </Group>
    </section>
  )
}

function Remove() {
  const { t } = useTranslation('imports')
  return (
    <details className={classes.remove}>
      <summary>{t('remove.title')}</summary>
      <Text mb="sm">{t('remove.help')}</Text>
      <Form method="post">
        <Button type="submit" name="intent" value="remove" color="red" variant="light">
          {t('remove.submit')}
        </Button>
      </Form>
    </details>
  )
}
