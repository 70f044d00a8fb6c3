import { Anchor, Button, Container, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { CREDENTIAL_STATES } from '../credentials.schema.ts'
import type { loader } from './issued-list.server.ts'
import classes from './rows.module.css'
import { StateMark } from './state-mark.tsx'

export { loader } from '#features/credentials/pages/issued-list.server.ts'

type Page = Awaited<ReturnType<typeof loader>>

export const meta = ({ loaderData }: { loaderData?: Page }) => [{ title: `${loaderData?.title ?? ''} · ${loaderData?.organization.name ?? ''} · BOAT` }]

export default function IssuedListPage() {
  const page: Page = useLoaderData<typeof loader>()
  const { t } = useTranslation('credentials')
  const home = `/organizations/${page.organization.slug}`
  const isEmpty = page.rows.length === 0 && !page.isFiltered
  return (
    <Container size="lg">
      <OrganizationNav organization={page.organization} can={page.can} />
      <PageHeader
        title={page.title}
        lead={!isEmpty && t('issued.lead')}
        actions={
          page.can.issue &&
          !isEmpty && (
            <>
              {page.cardsToPrint > 0 && (
                <Button component={Link} to={`${home}/cards`} variant="default">
                  {t('issued.cards', { count: page.cardsToPrint })}
                </Button>
              )}
              <Button component={Link} to={`${home}/issue`}>
                {t('issued.issue')}
              </Button>
            </>
          )
        }
      />
      {isEmpty ? (
        <EmptyState
          title={t('issued.empty.title')}
          actions={
            page.can.issue && (
              <Button component={Link} to={`${home}/issue`}>
                {t('issued.issue')}
              </Button>
            )
          }
        >
          {t('issued.empty.advice')}
        </EmptyState>
      ) : (
        <>
          <Filters {...page} />
          {page.rows.length === 0 ? <Text role="status">{t('issued.nothing_found')}</Text> : <Rows {...page} />}
          <Group mt="md">
            {page.filters.after && (
              <Button component={Link} to={`${home}/credentials`} variant="default">
                {t('issued.first')}
              </Button>
            )}
            {page.next && (
              <Button component={Link} to={page.next} variant="default" rel="next">
                {t('issued.next')}
              </Button>
            )}
          </Group>
        </>
      )}
    </Container>
  )
}

function Filters({ filters, badges, isFiltered, organization }: Page) {
  const { t } = useTranslation('credentials')
  return (
    <Form method="get" role="search" className={classes.filters} key={JSON.stringify(filters)}>
      <TextInput name="q" type="search" label={t('issued.filter.search')} defaultValue={filters.q} />
      <NativeSelect name="achievement" label={t('issued.filter.badge')} defaultValue={filters.achievement ?? ''}>
        <option value="">{t('issued.filter.any')}</option>
        {badges.map(({ achievementId, name }) => (
          <option key={achievementId} value={achievementId}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect name="state" label={t('issued.filter.state')} defaultValue={filters.state ?? ''}>
        <option value="">{t('issued.filter.any')}</option>
        {CREDENTIAL_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`state.${state}`)}
          </option>
        ))}
      </NativeSelect>
      <TextInput name="from" type="date" label={t('issued.filter.from')} defaultValue={filters.from} />
      <TextInput name="until" type="date" label={t('issued.filter.until')} defaultValue={filters.until} />
      <Group gap="xs">
        <Button type="submit" variant="default">
          {t('issued.filter.submit')}
        </Button>
        {isFiltered && (
          <Anchor component={Link} to={`/organizations/${organization.slug}/credentials`}>
            {t('issued.filter.clear')}
          </Anchor>
        )}
      </Group>
    </Form>
  )
}

function Rows({ rows, organization }: Page) {
  const { t } = useTranslation('credentials')
  return (
    <table className={classes.rows}>
      <thead>
        <tr>
          <th scope="col">{t('rows.person')}</th>
          <th scope="col">{t('issued.badge')}</th>
          <th scope="col">{t('issued.date')}</th>
          <th scope="col">{t('issued.received')}</th>
          <th scope="col">{t('rows.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.credentialId}>
            <th scope="row">
              <Anchor component={Link} to={`/organizations/${organization.slug}/credentials/${row.credentialId}`}>
                {row.recipientName || row.recipientEmail || t('rows.nameless')}
              </Anchor>
            </th>
            <td data-label={t('issued.badge')}>
              <span className={classes.badge}>
                <BadgeImage imageId={row.imageId} alt="" size={28} />
                {row.badgeName}
              </span>
            </td>
            <td data-label={t('issued.date')}>{row.issuedOn}</td>
            <td data-label={t('issued.received')}>{t(`received.${row.delivery === 'received' ? row.response : row.delivery}`, { date: row.cardPrintedOn ?? '' })}</td>
            <td data-label={t('rows.state')}>
              <StateMark state={row.state} label={t(`state.${row.state}`)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
