import { Button, Container, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import classes from './circle.module.css'
import { CircleSearch } from './circle-search.tsx'
import { CircleViews } from './circle-views.tsx'
import type { loader } from './follow.server.ts'

export { loader } from '#features/passports/circle/pages/follow.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function FollowPage() {
  const { isChild, search, structures } = useLoaderData<typeof loader>()
  const { t } = useTranslation('circle')
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('follow.title')} lead={t('follow.lead')} />
      {isChild ? (
        <Notice kind="info">{t('from_fifteen')}</Notice>
      ) : (
        <>
          <CircleViews />
          <div id="circle">
            <DoneNotice slice="circle" />
          </div>
          <Stack gap="lg">
            {(structures.length > 8 || search !== '') && <CircleSearch label={t('follow.search')} search={search} />}
            {structures.length === 0 ? (
              <EmptyState title={t('follow.none_found')}>{t('follow.none_found_help')}</EmptyState>
            ) : (
              <ul className={`surface ${classes.structures}`}>
                {structures.map((structure) => (
                  <Structure key={structure.organizationId} structure={structure} />
                ))}
              </ul>
            )}
          </Stack>
        </>
      )}
    </Container>
  )
}

function Structure({ structure: { organizationId, name, type, issuerId, isFollowed } }: { structure: Data['structures'][number] }) {
  const { t } = useTranslation(['circle', 'organizations'])
  return (
    <li className={classes.line}>
      <div className={classes.about}>
        {issuerId ? (
          <Link to={`/issuers/${issuerId}`} className={classes.name}>
            {name}
          </Link>
        ) : (
          <Text fw={600}>{name}</Text>
        )}
        <Text size="sm" c="dimmed">
          {t(`organizations:types.${type}`)}
        </Text>
      </div>
      <Form method="post" action="/me/circle" preventScrollReset>
        <input type="hidden" name="organizationId" value={organizationId} />
        <input type="hidden" name="back" value="/me/circle/follow" />
        <Button
          type="submit"
          name="intent"
          value={isFollowed ? 'unfollowed' : 'followed'}
          variant={isFollowed ? 'default' : 'light'}
          aria-label={t(isFollowed ? 'follow.stop_named' : 'follow.start_named', { structure: name })}
        >
          {t(isFollowed ? 'follow.stop' : 'follow.start')}
        </Button>
      </Form>
    </li>
  )
}
