import { Button, Container, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData, useNavigation } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './ceremonies.module.css'
import { CeremonyFields } from './ceremony-fields.tsx'
import type { loader } from './edit-ceremony.server.ts'

export { action, loader } from '#features/ceremonies/pages/edit-ceremony.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function EditCeremonyPage() {
  const { organization, can, home, ceremony } = useLoaderData<typeof loader>()
  const { t } = useTranslation('ceremonies')
  const result = useActionData()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Container size="sm">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('edit.title')} back={{ to: home, label: ceremony.title }} />
      <FormProblem result={result} slice="ceremonies" />
      <Stack gap="xl">
        <Form method="post" noValidate>
          <Stack gap="lg">
            <CeremonyFields result={result} values={ceremony} />
            <Group>
              <Button type="submit" loading={isBusy}>
                {t('form.save')}
              </Button>
              <Button component={Link} to={home} variant="default">
                {t('form.back')}
              </Button>
            </Group>
          </Stack>
        </Form>
        <details className={classes.details}>
          <summary>{t('edit.cancel')}</summary>
          <Form method="post">
            <Text mb="sm">{t('edit.cancel_help')}</Text>
            <Button type="submit" name="intent" value="cancel" variant="outline" color="red">
              {t('edit.cancel_submit')}
            </Button>
          </Form>
        </details>
      </Stack>
    </Container>
  )
}
