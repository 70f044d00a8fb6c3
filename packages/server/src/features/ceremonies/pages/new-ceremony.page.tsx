import { Button, Checkbox, Container, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData, useNavigation } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { CeremonyFields } from './ceremony-fields.tsx'
import type { loader } from './new-ceremony.server.ts'

export { action, loader } from '#features/ceremonies/pages/new-ceremony.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function NewCeremonyPage() {
  const { organization, can, home, agreedCount, today } = useLoaderData<typeof loader>()
  const { t } = useTranslation('ceremonies')
  const result = useActionData()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Container size="sm">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('new.title')} lead={t('new.lead')} />
      <FormProblem result={result} slice="ceremonies" />
      <Form method="post" noValidate>
        <Stack gap="lg">
          <CeremonyFields result={result} earliest={today} />
          {agreedCount > 0 && (
            <Checkbox size="md" name="withAgreed" value="yes" defaultChecked label={t('new.with_agreed', { count: agreedCount })} description={t('new.with_agreed_help')} />
          )}
          <Group>
            <Button type="submit" loading={isBusy}>
              {t('new.submit')}
            </Button>
            <Button component={Link} to={home} variant="default">
              {t('form.back')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Container>
  )
}
