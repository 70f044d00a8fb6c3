import { Button, Checkbox, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Attachments } from '#web/components/attachments.tsx'
import type { Attachment } from '../attachments/list-attachments.ts'
import classes from './nominations.module.css'

type Person = { name: string; about: string }
type Voice = {
  voiceId: string
  nominee: Person
  author: Person
  badgeName: string
  deed: string
  occasion: string
  day: string
  wishesName: boolean
  attachments: Attachment[]
}

/** What one says again and again; the author reads it as it stands. */
const PREPARED = ['hurts', 'vague', 'private', 'faces'] as const

/** What pupils wrote, to be read by an adult before the person sees it. */
export function WaitingVoices({ voices }: { voices: Voice[] }) {
  const { t } = useTranslation('nominations')
  return (
    <section aria-labelledby="waiting">
      <Title order={2} id="waiting" mb={4}>
        {t('queue.title', { count: voices.length })}
      </Title>
      <Text c="dimmed" mb="md" maw="42rem">
        {t('queue.help')}
      </Text>
      <ul className={classes.cards}>
        {voices.map((voice) => (
          <WaitingVoice key={voice.voiceId} voice={voice} />
        ))}
      </ul>
    </section>
  )
}

function WaitingVoice({ voice }: { voice: Voice }) {
  const { t } = useTranslation('nominations')
  const who = `${voice.nominee.name}, ${voice.author.name}`
  return (
    <li className={`surface ${classes.panel}`}>
      <Stack gap="sm">
        <div>
          <Title order={3}>{t('queue.for', { name: voice.nominee.name, badge: voice.badgeName })}</Title>
          <Text size="sm" c="dimmed">
            {[voice.nominee.about, t('queue.by', { name: [voice.author.name, voice.author.about].filter(Boolean).join(', ') }), voice.day].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <blockquote className={classes.quote}>{voice.deed}</blockquote>
        <Text size="sm">{t('voice.seen', { occasion: voice.occasion })}</Text>
        <Attachments attachments={voice.attachments} />
        <Group gap="sm" align="flex-start">
          <Form method="post">
            <input type="hidden" name="voiceId" value={voice.voiceId} />
            {voice.wishesName && <Checkbox name="isNamed" value="yes" label={t('naming.wished')} description={t('naming.wished_help')} mb="sm" />}
            <Button type="submit" name="decision" value="voice-admitted" aria-label={`${t('queue.admit')} : ${who}`}>
              {t('queue.admit')}
            </Button>
          </Form>
          <details className={classes.inline}>
            <summary>{t('queue.set_aside')}</summary>
            <Form method="post">
              <input type="hidden" name="voiceId" value={voice.voiceId} />
              <Stack gap="sm">
                <Radio.Group name="reason" label={t('queue.reason')} description={t('queue.reason_help')}>
                  <Stack gap="xs" mt="xs">
                    {PREPARED.map((key) => (
                      <Radio key={key} value={t(`queue.prepared.${key}`)} label={t(`queue.prepared.${key}`)} />
                    ))}
                  </Stack>
                </Radio.Group>
                <TextInput name="reason" label={t('queue.own_words')} maxLength={600} />
                <div>
                  <Button type="submit" name="decision" value="voice-set-aside" variant="default" aria-label={`${t('queue.set_aside')} : ${who}`}>
                    {t('queue.set_aside')}
                  </Button>
                </div>
              </Stack>
            </Form>
          </details>
        </Group>
      </Stack>
    </li>
  )
}
