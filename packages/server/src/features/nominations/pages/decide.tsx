import { Button, Group, Radio, Stack, Text, Textarea, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import classes from './nominations.module.css'
import type { PresentedNomination } from './present.ts'

type Props = { nomination: PresentedNomination; result: unknown }

/** Three ways out of a dossier. Two of them ask why, and the person reads it. */
export function Decide({ nomination, result, isReconsidered = false }: Props & { isReconsidered?: boolean }) {
  const { t } = useTranslation('nominations')
  const error = useFieldError(result, 'nominations')
  const { isMe, isPupil, isWithoutAccount, response, voices } = nomination
  const isReady = isPupil || isWithoutAccount || response === 'accepted'
  if (isMe) return <Notice kind="info">{t('errors.own_nomination')}</Notice>
  if (!voices.some(({ state }) => state === 'admitted')) return <Notice kind="info">{t('errors.voice_needed')}</Notice>
  if (nomination.state === 'agreed' && !isReconsidered) return <Agreed nomination={nomination} result={result} />
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="decide">
      <Title order={2} id="decide" mb={4}>
        {t('decide.title')}
      </Title>
      <Text mb="md" c="dimmed">
        {t(isReady ? 'decide.help' : 'decide.wait')}
      </Text>
      <Form method="post" noValidate>
        <Stack gap="md">
          <Textarea
            name="reason"
            label={t('decide.reason')}
            description={t('decide.reason_help')}
            rows={3}
            maxLength={1000}
            defaultValue={typedValues(result).reason}
            error={error('reason')}
          />
          {isReady && <LevelToDecide nomination={nomination} result={result} />}
          {isReady && (
            <Radio.Group name="announce" label={t('decide.announce')} defaultValue={typedValues(result).announce ?? (isReconsidered ? 'ceremony' : 'now')}>
              <Stack gap="xs" mt="xs">
                <Radio value="now" label={t('decide.announce_now')} description={t('decide.announce_now_help')} />
                <Radio value="ceremony" label={t('decide.announce_later')} description={t('decide.announce_later_help')} />
              </Stack>
            </Radio.Group>
          )}
          <Group gap="sm">
            {isReady && (
              <Button type="submit" name="decision" value="granted">
                {t('decide.grant')}
              </Button>
            )}
            {!isWithoutAccount && (
              <Button type="submit" name="decision" value="to-complete" variant="default">
                {t('decide.to_complete')}
              </Button>
            )}
            <Button type="submit" name="decision" value="not-retained" variant="default">
              {t('decide.not_retain')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </section>
  )
}

/** At which level: what the voices had in mind stands beside each. */
function LevelToDecide({ nomination: { levels, levelId, voices }, result }: Props) {
  const { t } = useTranslation('nominations')
  const code = problemOf(result)?.code
  if (levels.length === 0) return null
  const wished = (name: string) => voices.filter(({ level, state }) => level === name && state === 'admitted').length
  return (
    <Radio.Group
      name="levelId"
      size="md"
      label={t('decide.level')}
      description={t('decide.level_help')}
      defaultValue={typedValues(result).levelId ?? levelId ?? ''}
      error={(code === 'level_required' || code === 'level_unknown') && t('errors.level_required')}
    >
      <Stack gap="xs" mt="xs">
        {levels.map(({ id, name, description }) => (
          <Radio
            key={id}
            size="md"
            value={id}
            label={[name, wished(name) > 0 ? t('decide.level_wished', { count: wished(name) }) : ''].filter(Boolean).join(', ')}
            description={description}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

/** A jury decides it. One person decides alone only what was taken off the agenda. */
export function OnAgenda({ agenda: { juryId, title, day }, home }: { agenda: { juryId: string; title: string; day: string }; home: string }) {
  const { t } = useTranslation('nominations')
  return (
    <Notice kind="info" title={t('agenda.title', { date: day })}>
      {t('agenda.help')} <Link to={`${home}/juries/${juryId}`}>{title}</Link>
    </Notice>
  )
}

/** Decided, and told to nobody yet. */
function Agreed({ nomination, result }: Props) {
  const { t } = useTranslation('nominations')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="agreed">
      <Title order={2} id="agreed" mb={4}>
        {t('agreed.title')}
      </Title>
      <Text mb="md">{t('agreed.help')}</Text>
      <Form method="post">
        <Button type="submit" name="intent" value="grant-agreed">
          {t('agreed.grant')}
        </Button>
      </Form>
      <details className={classes.inline} open={problemOf(result) !== undefined}>
        <summary>{t('agreed.reconsider')}</summary>
        <Decide nomination={nomination} result={result} isReconsidered />
      </details>
    </section>
  )
}
