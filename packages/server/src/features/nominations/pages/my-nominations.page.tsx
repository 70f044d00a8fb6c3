import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Attachments } from '#web/components/attachments.tsx'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './my-nominations.server.ts'
import classes from './nominations.module.css'
import { MyStateMark, StateMark } from './state-mark.tsx'

export { action, loader } from '#features/nominations/pages/my-nominations.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Mine = ReturnType<typeof useLoaderData<typeof loader>>

export default function MyNominationsPage() {
  const { aboutMe, voices, organizations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('nominations')
  const isEmpty = aboutMe.length + voices.length === 0
  const propose = organizations.length > 0 && (
    <Group gap="sm">
      {organizations.slice(0, 3).map(({ slug, name }, place) => (
        <Button key={slug} component={Link} to={`/organizations/${slug}/nominations/new`} variant={place === 0 ? 'filled' : 'default'}>
          {organizations.length === 1 ? t('propose.title') : t('propose.at', { name })}
        </Button>
      ))}
    </Group>
  )
  return (
    <Container size="lg">
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} actions={isEmpty ? undefined : propose} back={{ to: '/me/badges', label: t('mine.badges') }} />
      <DoneNotice slice="nominations" />
      <FormProblem result={useActionData<typeof action>()} slice="nominations" />
      {isEmpty && (
        <EmptyState title={t('mine.none')} actions={propose || undefined}>
          {t(organizations.length > 0 ? 'mine.none_help' : 'mine.none_elsewhere')}
        </EmptyState>
      )}
      <Stack gap={40}>
        {aboutMe.length > 0 && <AboutMe nominations={aboutMe} />}
        {voices.length > 0 && <MyVoices voices={voices} />}
      </Stack>
    </Container>
  )
}

function AboutMe({ nominations }: { nominations: Mine['aboutMe'] }) {
  const { t } = useTranslation('nominations')
  return (
    <section aria-labelledby="about-me">
      <Title order={2} id="about-me" mb={4}>
        {t('mine.about_me')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('mine.about_me_help')}
      </Text>
      <ul className={`surface ${classes.list}`}>
        {nominations.map((nomination) => (
          <li key={nomination.nominationId} className={classes.dossier}>
            <BadgeImage imageId={nomination.badge.imageId} alt="" size={56} />
            <div>
              <Link to={`/me/nominations/${nomination.nominationId}`} className={classes.cover}>
                {nomination.badge.name}
              </Link>
              <Text size="sm" c="dimmed">
                {[nomination.organizationName, t('list.voices', { count: nomination.voiceCount })].join(' · ')}
              </Text>
            </div>
            <MyStateMark state={nomination.state} response={nomination.response} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function MyVoices({ voices }: { voices: Mine['voices'] }) {
  const { t } = useTranslation('nominations')
  return (
    <section aria-labelledby="my-voices">
      <Title order={2} id="my-voices" mb="md">
        {t('mine.voices')}
      </Title>
      <ul className={`surface ${classes.list}`}>
        {voices.map((voice) => (
          <li key={voice.voiceId} className={classes.dossier}>
            <BadgeImage imageId={voice.badge.imageId} alt="" size={56} />
            <div>
              <Text fw={600}>{voice.isMe ? t('mine.myself') : voice.nominee}</Text>
              <Text size="sm" c="dimmed">
                {[voice.badge.name, voice.organizationName].join(' · ')}
              </Text>
              {voice.voiceState === 'set-aside' && (
                <Text size="sm" mt={4}>
                  {t('mine.set_aside', { reason: voice.reason ?? '' })} {t('mine.instead')}
                </Text>
              )}
              {voice.again && (
                <Button
                  component={Link}
                  to={voice.again}
                  variant="default"
                  size="sm"
                  mt="xs"
                  aria-label={`${t('mine.again')} : ${voice.isMe ? t('mine.myself') : voice.nominee}, ${voice.badge.name}`}
                >
                  {t('mine.again')}
                </Button>
              )}
              <Attachments attachments={voice.attachments} />
            </div>
            <Group gap="sm" className={classes.end}>
              {voice.voiceState === 'admitted' ? (
                <StateMark state={voice.state} response="accepted" isAsked={false} />
              ) : (
                <span className={classes.state} data-state={voice.voiceState}>
                  {t(`voice.${voice.voiceState}`)}
                </span>
              )}
              {!voice.isClosed && voice.voiceState !== 'set-aside' && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="voiceId" value={voice.voiceId} />
                  <Button type="submit" variant="subtle" aria-label={`${t('mine.withdraw')} : ${voice.isMe ? t('mine.myself') : voice.nominee}, ${voice.badge.name}`}>
                    {t('mine.withdraw')}
                  </Button>
                </Form>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  )
}
