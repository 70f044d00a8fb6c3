import { Button, Container, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ViewSwitch } from '#web/components/view-switch.tsx'
import classes from './ceremonies.module.css'
import type { action, loader } from './ceremony.server.ts'
import { ClassSection } from './class-section.tsx'
import { StateMark } from './state-mark.tsx'

export { action, loader } from '#features/ceremonies/pages/ceremony.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export type CeremonyPageData = ReturnType<typeof useLoaderData<typeof loader>>

export default function CeremonyPage() {
  const page = useLoaderData<typeof loader>()
  const { organization, can, home, ceremony, counts, classes: groups } = page
  const { t } = useTranslation('ceremonies')
  const isOpen = ceremony.state !== 'published' && ceremony.state !== 'publishing'
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={ceremony.title}
        lead={
          <>
            {[ceremony.when, ceremony.place].filter(Boolean).join(' · ')} <StateMark of="state" state={ceremony.state} />
          </>
        }
        actions={
          isOpen && (
            <Button component={Link} to={`${home}/add`} variant={counts.total > 0 ? 'default' : 'filled'}>
              {t('ceremony.add')}
            </Button>
          )
        }
      />
      <DoneNotice slice="ceremonies" />
      <FormProblem result={useActionData<typeof action>()} slice="ceremonies" />
      <Advice page={page} />
      {counts.total === 0 ? (
        <EmptyState
          title={t('ceremony.empty')}
          actions={
            isOpen && (
              <Button component={Link} to={`${home}/add`}>
                {t('ceremony.add')}
              </Button>
            )
          }
        >
          {t('ceremony.empty_help')}
        </EmptyState>
      ) : (
        <Stack gap="lg">
          <Tools page={page} isOpen={isOpen} />
          <Filters page={page} />
          {groups.length === 0 && <Notice kind="info">{t('ceremony.none_shown')}</Notice>}
          {groups.map((group, index) => (
            <ClassSection key={group.className} group={group} page={page} isOpen={isOpen} isFirst={index === 0} isLast={index === groups.length - 1} />
          ))}
        </Stack>
      )}
      {isOpen && (
        <Group mt="xl">
          <Link to={`${home}/edit`} className={classes.tappable}>
            {t('ceremony.edit')}
          </Link>
        </Group>
      )}
    </Container>
  )
}

/** What is to be done now, if anything is. */
function Advice({ page: { ceremony, counts, agreedCount, home } }: { page: CeremonyPageData }) {
  const { t } = useTranslation('ceremonies')
  if (ceremony.state === 'forgotten' && counts.total > 0)
    return (
      <Notice kind="warning" mb="md" title={t('ceremony.forgotten')}>
        {t('ceremony.forgotten_help')}
      </Notice>
    )
  if (ceremony.state === 'preparing' && agreedCount > 0)
    return (
      <Notice kind="info" mb="md">
        {t('ceremony.agreed', { count: agreedCount })}{' '}
        <Link to={`${home}/add?way=dossiers`} className={classes.tappable}>
          {t('ceremony.agreed_add')}
        </Link>
      </Notice>
    )
  if (ceremony.state !== 'published' || counts.total === counts.handed) return null
  return (
    <Notice kind="info" mb="md">
      {t('ceremony.left_help', { count: counts.total - counts.handed })}
    </Notice>
  )
}

function Tools({ page: { home, ceremony }, isOpen }: { page: CeremonyPageData; isOpen: boolean }) {
  const { t } = useTranslation('ceremonies')
  return (
    <nav aria-label={t('ceremony.tools')}>
      <ul className={classes.tools} style={{ marginBottom: 0 }}>
        {(['run-sheet', 'paper', 'control', 'scan'] as const).map((tool) => (
          <li key={tool}>
            <Link to={`${home}/${tool}`}>{t(`ceremony.tool_${tool.replace('-', '_')}`)}</Link>
          </li>
        ))}
        <li>
          <a href={`${home}/screen`}>{t('ceremony.tool_screen')}</a>
        </li>
        <li>
          <Button component={Link} to={`${home}/publish`} variant={ceremony.state === 'today' || ceremony.state === 'forgotten' ? 'filled' : 'light'}>
            {t(isOpen ? 'ceremony.publish' : 'ceremony.published')}
          </Button>
        </li>
      </ul>
    </nav>
  )
}

function Filters({ page: { home, filter, counts } }: { page: CeremonyPageData }) {
  const { t } = useTranslation('ceremonies')
  const left = counts.total - counts.handed
  const views = [
    { to: home, label: t('filter.all', { count: counts.total }), isCurrent: filter === null },
    ...(counts.handed > 0 || filter === 'handed' ? [{ to: `${home}?show=handed`, label: t('filter.handed', { count: counts.handed }), isCurrent: filter === 'handed' }] : []),
    ...(counts.absent > 0 || filter === 'absent' ? [{ to: `${home}?show=absent`, label: t('filter.absent', { count: counts.absent }), isCurrent: filter === 'absent' }] : []),
    ...(counts.handed > 0 && left > 0 ? [{ to: `${home}?show=left`, label: t('filter.left', { count: left }), isCurrent: filter === 'left' }] : []),
    ...(counts.failed > 0 ? [{ to: `${home}?show=failed`, label: t('filter.failed', { count: counts.failed }), isCurrent: filter === 'failed' }] : []),
  ]
  return views.length > 1 ? <ViewSwitch label={t('filter.label')} views={views} /> : null
}
