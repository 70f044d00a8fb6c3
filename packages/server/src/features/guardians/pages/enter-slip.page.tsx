import { Anchor, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData } from 'react-router'
import { CodeForm } from '#web/components/code-form.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { titled } from '#web/components/titled.ts'
import type { action } from './enter-slip.server.ts'
import classes from './guardians.module.css'

export { action, loader } from '#features/guardians/pages/enter-slip.server.ts'
export const meta = titled

export default function EnterSlip() {
  const { t } = useTranslation('guardians')
  const result = useActionData<typeof action>()
  return (
    <Container size="xs">
      <Stack gap="lg" className={classes.enter}>
        <Title order={1} ta="center">
          {t('enter.title')}
        </Title>
        <Text size="lg" ta="center">
          {t('enter.lead')}
        </Text>
        <FormProblem result={result} slice="guardians" />
        <CodeForm label={t('enter.code')} help={t('enter.code_help')} submit={t('enter.submit')} />
        <Text c="dimmed" ta="center">
          {t('enter.card')}{' '}
          <Anchor component={Link} to="/claim" className={classes.tappable}>
            {t('enter.card_link')}
          </Anchor>
        </Text>
      </Stack>
    </Container>
  )
}
