import { Button, Container, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData } from 'react-router'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'
import classes from './departures.module.css'
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
        <Form method="post">
          <Stack gap="md">
            <TextInput
              name="code"
              label={t('home.code')}
              description={t('home.code_help')}
              defaultValue={typedValues(result).code}
              placeholder="ABCD-EFGH"
              required
              withAsterisk={false}
              maxLength={60}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              size="xl"
              classNames={{ input: classes.typed }}
            />
            <Button type="submit" size="xl" fullWidth>
              {t('home.go_on')}
            </Button>
          </Stack>
        </Form>
      </Stack>
    </Container>
  )
}
