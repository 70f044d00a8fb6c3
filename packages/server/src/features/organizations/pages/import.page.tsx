import { Button, Container, Group, Input, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './import.server.ts'
import classes from './organizations.module.css'

export { action, loader } from '#features/organizations/pages/import.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function ImportPage() {
  const { t } = useTranslation('organizations')
  const { organization, can, cohort, years } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const typed = typedValues(result)
  const home = `/organizations/${organization.slug}`
  const back = cohort ? { to: `${home}/cohorts/${cohort.id}`, label: cohort.name } : { to: `${home}/cohorts`, label: t('cohorts.title') }
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <Stack maw="44rem" gap={0}>
        <PageHeader title={cohort ? t('import.title_cohort', { name: cohort.name }) : t('import.title')} lead={t('import.lead')} back={back} />
        <FormProblem result={result} slice="organizations" />
        <Form method="post" encType="multipart/form-data">
          <Stack gap="lg">
            <input type="hidden" name="cohortId" value={cohort?.id ?? ''} />
            <Input.Wrapper id="file" label={t('import.file')} description={t('import.file_help')} size="md">
              <Input
                component="input"
                type="file"
                id="file"
                name="file"
                accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
                size="md"
                aria-describedby="file-description"
                mt={6}
              />
            </Input.Wrapper>
            <details className={`surface ${classes.details}`} open={Boolean(typed.pasted)}>
              <summary>{t('import.paste_open')}</summary>
              <Textarea
                name="pasted"
                label={t('import.paste')}
                description={t('import.paste_help')}
                rows={8}
                defaultValue={typed.pasted}
                mt="xs"
                styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
                placeholder={t('import.paste_example')}
              />
            </details>
            <Radio.Group name="who" label={t('import.who')} defaultValue={typed.who ?? 'pupils'} size="md">
              <Stack gap="xs" mt="xs">
                <Radio value="pupils" label={t('import.pupils')} />
                <Radio value="staff" label={t('import.staff')} />
              </Stack>
            </Radio.Group>
            {!cohort && (
              <NativeSelect name="schoolYear" label={t('import.school_year')} description={t('import.school_year_help')} defaultValue={typed.schoolYear} data={years} maw="20rem" />
            )}
            <div>
              <Group>
                <Button type="submit">{t('import.read')}</Button>
                <Button component={Link} to={back.to} variant="subtle">
                  {t('cancel')}
                </Button>
              </Group>
              <Text size="sm" c="dimmed" mt="xs">
                {t('import.nothing_yet')}
              </Text>
            </div>
            <details className={`surface ${classes.details}`}>
              <summary>{t('import.columns_open')}</summary>
              <Text mt="xs">{t('import.columns_help')}</Text>
              <ul>
                {(['familyName', 'givenName', 'className', 'email', 'ine', 'birthDate', 'title'] as const).map((field) => (
                  <li key={field}>
                    <Text span fw={600}>
                      {t(`csv.${field}`)}
                    </Text>
                    {' : '}
                    {t(`import.column.${field}`)}
                  </li>
                ))}
              </ul>
            </details>
          </Stack>
        </Form>
      </Stack>
    </Container>
  )
}
