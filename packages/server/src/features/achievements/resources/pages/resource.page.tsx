import { Anchor, Button, Container, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { ExercisePractice } from './exercise-practice.tsx'
import type { action, loader } from './resource.server.ts'
import { ProgressMark } from './resource-list.tsx'
import classes from './resources.module.css'

export { action, loader } from '#features/achievements/resources/pages/resource.server.ts'

export const meta = titled

export default function ResourcePage() {
  const { t } = useTranslation('resources')
  const resource = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const badge = `/achievements/${resource.achievementId}`
  return (
    <Container size="md">
      <PageHeader
        title={resource.title}
        lead={resource.hint || t(`kind.${resource.kind}`)}
        {...(resource.badgeName && { back: { to: resource.back, label: resource.badgeName } })}
        actions={<ProgressMark progress={resource.progress} />}
      />
      <DoneNotice slice="resources" />
      <Stack gap="lg">
        <div className={`surface ${classes.panel}`}>
          {resource.exercise ? (
            <ExercisePractice
              key={resource.seed}
              source={resource.exercise}
              seed={resource.seed}
              corrected={result && 'corrected' in result ? result.corrected : undefined}
              answersTo={`${badge}/resources/${resource.resourceId}/answers`}
              another={{ to: `?variant=${resource.nextSeed}${resource.from}` }}
              from={resource.from}
            />
          ) : (
            <Media />
          )}
        </div>
        {resource.next && (
          <Text>
            {t('practice.next')}{' '}
            <Anchor component={Link} to={`${badge}/resources/${resource.next.resourceId}${resource.from.replace('&', '?')}`} inherit fw={600}>
              {resource.next.title}
            </Anchor>
          </Text>
        )}
      </Stack>
    </Container>
  )
}

function Media() {
  const { t } = useTranslation('resources')
  const { kind, title, file, hasCaptions, address, achievementId, resourceId, isSignedIn, progress } = useLoaderData<typeof loader>()
  const source = `/achievements/${achievementId}/resources/${resourceId}/file`
  return (
    <Stack gap="md">
      {kind === 'video' && file && (
        // biome-ignore lint/a11y/useMediaCaption: what is said in a film is shown when a teacher has written it down.
        <video className={classes.video} controls preload="metadata" src={source} aria-label={title}>
          {hasCaptions && <track kind="captions" src={`/achievements/${achievementId}/resources/${resourceId}/captions.vtt`} srcLang="fr" label={t('media.captions')} default />}
        </video>
      )}
      {kind === 'booklet' && file && (
        <Group gap="md">
          <Button component="a" href={source} download>
            {t('media.download')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('media.file', { name: file.name, megabytes: file.megabytes })}
          </Text>
        </Group>
      )}
      {address && (
        <>
          <Notice kind="info">{t('media.elsewhere', { host: new URL(address).host })}</Notice>
          <Group>
            <Button component="a" href={address} target="_blank" rel="noopener noreferrer nofollow">
              {t(kind === 'video' ? 'media.watch' : 'media.open', { host: new URL(address).host })}
            </Button>
          </Group>
        </>
      )}
      {isSignedIn && progress !== 'done' && (
        <Form method="post">
          <Button type="submit" name="intent" value="done" variant="default">
            {t('media.done')}
          </Button>
        </Form>
      )}
    </Stack>
  )
}
