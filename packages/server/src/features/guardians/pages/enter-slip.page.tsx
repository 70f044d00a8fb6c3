import { Anchor, Button, Container, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData } from 'react-router'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'
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
        <Form method="post">
          <Stack gap="md">
            <TextInput
              name="code"
              label={t('enter.code')}
              description={t('enter.code_help')}
              defaultValue={typedValues(result).code}
              placeholder="ABCD-EFGH"
              required
              withAsterisk={false}
              maxLength={60}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              size="xl"
              classNames={{ input: classes.code }}
            />
            <Button type="submit" size="xl" fullWidth>
              {t('enter.submit')}
            </Button>
          </Stack>
        </Form>
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
