import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import classes from './nominations.module.css'
import type { PresentedNomination } from './present.ts'

/** Three ways out of a dossier. Two of them ask why, and the person reads it. */
export function Decide({ nomination, result }: { nomination: PresentedNomination; result: unknown }) {
  const { t } = useTranslation('nominations')
  const error = useFieldError(result, 'nominations')
  const { isMe, isPupil, isWithoutAccount, response, voices } = nomination
  const isReady = isPupil || isWithoutAccount || response === 'accepted'
  if (isMe) return <Notice kind="info">{t('errors.own_nomination')}</Notice>
  if (!voices.some(({ state }) => state === 'admitted')) return <Notice kind="info">{t('errors.voice_needed')}</Notice>
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
