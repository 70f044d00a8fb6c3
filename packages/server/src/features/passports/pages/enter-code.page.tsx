import { Button, Container, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './claim.module.css'
import type { action } from './enter-code.server.ts'

export { action, loader } from '#features/passports/pages/enter-code.server.ts'
export const meta = titled

export default function EnterCode() {
  const { t } = useTranslation('passports')
  const result = useActionData<typeof action>()
  return (
    <Container size="xs">
      <Stack gap="lg" className={classes.enter}>
        <div className={classes.center}>
          <img src="/favicon.svg" alt="" width={104} height={104} />
        </div>
        <Title order={1} ta="center">
          {t('enter.title')}
        </Title>
        <Text size="lg" ta="center">
          {t('enter.lead')}
        </Text>
        <DoneNotice slice="passports" />
        <FormProblem result={result} slice="passports" />
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
          {t('enter.other')}
        </Text>
      </Stack>
    </Container>
  )
}
