import { Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData } from 'react-router'
import { CodeForm } from '#web/components/code-form.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import type { action } from './enter-home-code.server.ts'

export { action, loader } from '#features/departures/pages/enter-home-code.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function EnterHomeCode() {
  const { t } = useTranslation('departures')
  const result = useActionData<typeof action>()
  return (
    <Container size="xs">
      <Stack gap="lg" mt="xl">
        <Title order={1} ta="center">
          {t('home.enter')}
        </Title>
        <Text size="lg" ta="center">
          {t('home.enter_lead')}
        </Text>
        <FormProblem result={result} slice="departures" />
        <CodeForm label={t('home.code')} help={t('home.code_help')} submit={t('home.go_on')} />
      </Stack>
    </Container>
  )
}
