import { Anchor, Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { OrganizationForm } from './organization-form.tsx'
import type { action, loader } from './organization-settings.server.ts'
import classes from './organizations.module.css'

export { action, loader } from '#features/organizations/pages/organization-settings.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function OrganizationSettingsPage() {
  const { t } = useTranslation('organizations')
  const { organization, can, communeText } = useLoaderData<typeof loader>()
  const { name, type, description, website, email, uai, commune, slug, archivedAt } = organization
  const values = { name, type, description, website: website ?? '', email: email ?? '', uai: uai ?? '', communeText, communeCode: commune?.code ?? '' }
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <Stack gap="xl" maw="40rem">
        <div>
          <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
          <DoneNotice slice="organizations" />
          <OrganizationForm result={useActionData<typeof action>()} values={values} submit={t('save')} cancel={`/organizations/${slug}`} />
        </div>
        {can.manageOwners && (
          <section aria-labelledby="signature">
            <Title order={2} id="signature" mb="xs">
              {t('settings.signature')}
            </Title>
            <Text mb="xs">{t('settings.signature_help')}</Text>
            <Anchor component={Link} to={`/organizations/${slug}/settings/keys`} className={classes.tappable}>
              {t('settings.signature_open')}
            </Anchor>
          </section>
        )}
        {can.manageOwners && (
          <Form method="post">
            {archivedAt ? (
              <section aria-labelledby="archive">
                <Title order={2} id="archive" mb="xs">
                  {t('settings.reopen_title')}
                </Title>
                <Text mb="md">{t('settings.reopen_help')}</Text>
                <Button type="submit" name="intent" value="reopen">
                  {t('settings.reopen')}
                </Button>
              </section>
            ) : (
              <details className={`surface ${classes.details}`}>
                <summary>{t('settings.archive_title')}</summary>
                <Text my="md">{t('settings.archive_help')}</Text>
                <Button type="submit" name="intent" value="archive" color="red" variant="outline">
                  {t('settings.archive')}
                </Button>
              </details>
            )}
          </Form>
        )}
      </Stack>
    </Container>
  )
}
