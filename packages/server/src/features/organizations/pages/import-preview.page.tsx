import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PageLinks } from '#web/components/page-links.tsx'
import type { action, loader } from './import-preview.server.ts'
import { ImportResult } from './import-result.tsx'
import classes from './organizations.module.css'
import { LeftOutRows, RosterTable } from './roster-table.tsx'

export { action, loader } from '#features/organizations/pages/import-preview.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export type Import = ReturnType<typeof useLoaderData<typeof loader>>

export default function ImportPreviewPage() {
  const { t } = useTranslation('organizations')
  const stored = useLoaderData<typeof loader>()
  const { organization, can, confirmedAt, cohort } = stored
  const back = { to: `/organizations/${organization.slug}/import${cohort ? `?cohort=${cohort.id}` : ''}`, label: t('import.another') }
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t(confirmedAt ? 'import.result_title' : 'import.preview_title')} lead={confirmedAt ? undefined : t('import.preview_lead')} back={back} />
      <FormProblem result={useActionData<typeof action>()} slice="organizations" />
      {confirmedAt ? <ImportResult stored={stored} /> : <Preview stored={stored} />}
    </Container>
  )
}

function Preview({ stored }: { stored: Import }) {
  const { t } = useTranslation('organizations')
  const { counts, classes: named, leftOut, leftOutCount, accepted, page, pageCount, isPupil, schoolYear, cohort, organization, id } = stored
  const writable = counts.new + counts.known
  return (
    <Stack gap="xl">
      <dl className={classes.counts}>
        {(['new', 'known', 'duplicate', 'refused'] as const).map((state) => (
          <div key={state} className={`surface ${classes.count}`}>
            <dt>{t(`import.count_${state}`, { count: counts[state] })}</dt>
            <dd>{counts[state]}</dd>
          </div>
        ))}
      </dl>
      <Form method="post" className={`surface ${classes.panel}`}>
        <Text mb="sm">
          {t(isPupil ? 'import.as_pupils' : 'import.as_staff')}{' '}
          {cohort
            ? t('import.into_cohort', { name: cohort.name })
            : named.length > 0 && t('import.into_classes', { classes: named.map(({ name }) => name).join(', '), count: named.length, schoolYear })}
        </Text>
        <Group>
          {writable > 0 ? <Button type="submit">{t('import.confirm', { count: writable })}</Button> : <Text fw={600}>{t('import.nobody')}</Text>}
          <Button component={Link} to={`/organizations/${organization.slug}/import${cohort ? `?cohort=${cohort.id}` : ''}`} variant="default">
            {t('import.other_file')}
          </Button>
        </Group>
        {leftOutCount > 0 && writable > 0 && (
          <Text size="sm" c="dimmed" mt="sm">
            {t('import.rest_stays_out')}
          </Text>
        )}
      </Form>
      <FileFacts stored={stored} />
      {leftOutCount > 0 && (
        <section aria-labelledby="left-out">
          <Group justify="space-between" mb="sm">
            <Title order={2} id="left-out">
              {t('import.left_out', { count: leftOutCount })}
            </Title>
            {counts.refused > 0 && (
              <Button component="a" href={`/organizations/${organization.slug}/import/${id}/refused.csv`} variant="default">
                {t('import.download_refused')}
              </Button>
            )}
          </Group>
          <LeftOutRows rows={leftOut} />
        </section>
      )}
      {accepted.length > 0 && (
        <section aria-labelledby="accepted">
          <Title order={2} id="accepted" mb="sm">
            {t('import.accepted', { count: writable })}
          </Title>
          <RosterTable rows={accepted} />
          <PageLinks page={page} pageCount={pageCount} />
        </section>
      )}
    </Stack>
  )
}

/** How the file was read, so that a wrong reading is seen before anything is written. */
function FileFacts({ stored: { file, fileName } }: { stored: Import }) {
  const { t } = useTranslation('organizations')
  if (!file) return null
  const used = file.columns.filter(({ field }) => field !== null)
  const ignored = file.columns.filter(({ field, header }) => field === null && header !== '')
  const notices = file.notices.filter(({ code }) => code !== 'mixed_separators')
  return (
    <section aria-labelledby="file-facts">
      <Title order={2} id="file-facts" mb="sm">
        {t('import.how_read')}
      </Title>
      <Stack gap="xs">
        <Text>
          {fileName ? t('import.facts_file', { fileName }) : t('import.facts_pasted')}{' '}
          {fileName && file.encoding && t('import.facts_encoding', { encoding: t(`import.encodings.${file.encoding}`) })}{' '}
          {file.separator && t('import.facts_separator', { separator: t(`import.separators.${{ ';': 'semicolon', ',': 'comma', '\t': 'tab' }[file.separator]}`) })}
        </Text>
        <Text>
          {t('import.columns_used')}{' '}
          {used.map(({ index, header, field }, position) => (
            <span key={index}>
              {position > 0 && ', '}
              {header ? `« ${header} » → ` : `${t('import.column_number', { number: index + 1 })} → `}
              <strong>{t(`import.fields.${field}`)}</strong>
            </span>
          ))}
        </Text>
        {ignored.length > 0 && (
          <Text>
            {t('import.columns_ignored')} {ignored.map(({ header }) => `« ${header} »`).join(', ')}
          </Text>
        )}
        {notices.map((notice) => (
          <Notice key={notice.code} kind="info">
            {t(`roster.notice.${notice.code}`, { lines: 'lines' in notice ? notice.lines.join(', ') : '', count: 'lines' in notice ? notice.lines.length : 0 })}
          </Notice>
        ))}
      </Stack>
    </section>
  )
}
