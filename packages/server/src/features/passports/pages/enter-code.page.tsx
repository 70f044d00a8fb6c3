import { Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData } from 'react-router'
import { CodeForm } from '#web/components/code-form.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
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
        <CodeForm label={t('enter.code')} help={t('enter.code_help')} submit={t('enter.submit')} />
        <Text c="dimmed" ta="center">
          {t('enter.other')}
        </Text>
      </Stack>
    </Container>
  )
}
