import { Button, Container, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PageLinks } from '#web/components/page-links.tsx'
import { ViewSwitch } from '#web/components/view-switch.tsx'
import { ORGANIZATION_TYPES } from '../organization.schema.ts'
import type { loader } from './network.server.ts'
import { OrganizationCards, OrganizationTable } from './network-list.tsx'

export { loader } from '#features/organizations/pages/network.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function NetworkPage() {
  const { t } = useTranslation('organizations')
  const { organizations, total, startedCount, search, type, isArchived, page, pageCount } = useLoaderData<typeof loader>()
  const isFiltered = search !== '' || type !== '' || isArchived
  const create = (
    <Button component={Link} to="/network/organizations/new">
      {t('network.create')}
    </Button>
  )
  return (
    <Container size="lg">
      <PageHeader title={t('network.title')} lead={t('network.lead')} actions={create} />
      <DoneNotice slice="organizations" />
      <ViewSwitch
        label={t('network.views')}
        views={[
          { to: '/network', label: t('network.active'), isCurrent: !isArchived },
          { to: '/network?archived', label: t('network.archived'), isCurrent: isArchived },
          { to: '/network/mails', label: t('network.mails') },
        ]}
      />
      <Form method="get" role="search">
        <Group align="flex-end" mb="md">
          {isArchived && <input type="hidden" name="archived" value="" />}
          <TextInput name="q" label={t('network.search')} defaultValue={search} flex="1 1 14rem" />
          <NativeSelect name="type" label={t('fields.type')} defaultValue={type} flex="0 1 14rem">
            <option value="">{t('network.all_types')}</option>
            {ORGANIZATION_TYPES.map((value) => (
              <option key={value} value={value}>
                {t(`types.${value}`)}
              </option>
            ))}
          </NativeSelect>
          <Button type="submit" variant="default">
            {t('search')}
          </Button>
        </Group>
      </Form>
      {total === 0 ? (
        <EmptyState title={t(isFiltered ? 'network.none_found' : 'network.empty_title')} actions={isFiltered ? undefined : create}>
          {t(isFiltered ? 'network.none_found_help' : 'network.empty')}
        </EmptyState>
      ) : (
        <>
          <Text c="dimmed" mb="xs" role="status">
            {[t('network.count', { count: total }), startedCount > 0 ? t('network.started', { count: startedCount }) : ''].filter(Boolean).join(' · ')}
          </Text>
          <OrganizationTable organizations={organizations} />
          <OrganizationCards organizations={organizations} />
          <PageLinks page={page} pageCount={pageCount} />
        </>
      )}
    </Container>
  )
}
