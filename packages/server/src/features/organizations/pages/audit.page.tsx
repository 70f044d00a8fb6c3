import { Button, Container, Group, NativeSelect, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PageLinks } from '#web/components/page-links.tsx'
import type { loader } from './audit.server.ts'
import classes from './organizations.module.css'

export { loader } from '#features/organizations/pages/audit.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Page = Awaited<ReturnType<typeof loader>>

export default function AuditPage() {
  const page: Page = useLoaderData<typeof loader>()
  const { t } = useTranslation('organizations')
  return (
    <Container size="lg">
      <OrganizationNav organization={page.organization} can={page.can} />
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
      {page.report && <Seal report={page.report} />}
      {page.lines.length === 0 ? (
        <EmptyState title={t('audit.empty.title')}>{t('audit.empty.advice')}</EmptyState>
      ) : (
        <>
          <Form method="get">
            <Group align="end" mb="md">
              <NativeSelect label={t('audit.about')} name="slice" defaultValue={page.slice} data={[{ value: '', label: t('audit.everything') }, ...page.slices]} />
              <Button type="submit" variant="default">
                {t('audit.show')}
              </Button>
              <Button type="submit" name="check" value="yes" variant="default">
                {t('audit.check')}
              </Button>
            </Group>
          </Form>
          <Lines page={page} />
          <PageLinks page={page.page} pageCount={page.pageCount} />
        </>
      )}
    </Container>
  )
}

function Seal({ report }: { report: NonNullable<Page['report']> }) {
  const { t } = useTranslation('organizations')
  const isWhole = report.brokenAt === undefined
  return (
    <Notice mb="md" kind={isWhole ? 'success' : 'problem'} title={t(isWhole ? 'audit.whole' : 'audit.broken', { count: report.lineCount, position: report.brokenAt })}>
      {isWhole ? t('audit.seal', { seal: report.lastSeal.slice(0, 16) }) : t('audit.broken_advice')}
    </Notice>
  )
}

function Lines({ page }: { page: Page }) {
  const { t } = useTranslation('organizations')
  return (
    <ol className={`surface ${classes.list}`}>
      {page.lines.map((line) => (
        <li key={line.position} className={classes.row}>
          <div className={classes.words}>
            <Text fw={600}>{line.to ? <Link to={line.to}>{line.what}</Link> : line.what}</Text>
            {line.reason && <Text size="sm">{line.reason}</Text>}
            <Text size="sm" c="dimmed">
              {t('audit.line', { position: line.position, by: line.by, day: line.day, time: line.time })}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  )
}
