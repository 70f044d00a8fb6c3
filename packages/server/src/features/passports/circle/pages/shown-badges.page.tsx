import { Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PageLinks } from '#web/components/page-links.tsx'
import { Issuer } from './badge-line.tsx'
import classes from './circle.module.css'
import { CircleSearch } from './circle-search.tsx'
import type { loader } from './shown-badges.server.ts'
import { Wall } from './wall.tsx'

export { loader } from '#features/passports/circle/pages/shown-badges.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function ShownBadgesPage() {
  const { organization, can, badges, isEmpty, isLong, search, page, pageCount } = useLoaderData<typeof loader>()
  const { t } = useTranslation('circle')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('members.title')} lead={t('members.lead')} />
      <Stack gap="lg">
        <Wall />
        {isEmpty ? (
          <EmptyState title={t('members.none')}>{t('members.none_help', { structure: organization.name })}</EmptyState>
        ) : (
          <>
            {(isLong || search !== '') && <CircleSearch label={t('members.search')} help={t('members.search_help')} search={search} />}
            {badges.length === 0 ? (
              <EmptyState title={t('members.none_found')}>{t('members.none_found_help')}</EmptyState>
            ) : (
              <ul className={classes.shown}>
                {badges.map((badge) => (
                  <Shown key={badge.key} badge={badge} />
                ))}
              </ul>
            )}
            <PageLinks page={page} pageCount={pageCount} />
          </>
        )}
      </Stack>
    </Container>
  )
}

function Shown({ badge }: { badge: Data['badges'][number] }) {
  const { t } = useTranslation('circle')
  return (
    <li className={`surface ${classes.badge}`}>
      <BadgePicture badge={badge} size={72} />
      <div className={classes.about}>
        <Title order={2} size="h3">
          {badge.name}
        </Title>
        <Issuer name={badge.issuerName} />
        <Text lineClamp={3} mt={4}>
          {badge.description}
        </Text>
        <ul className={classes.people} aria-label={t('members.people', { badge: badge.name })}>
          {badge.people.map(({ badgeId, personName, receivedOn, doubts, isSomebodyElse }) => (
            <li key={badgeId}>
              <Text span fw={600}>
                {personName}
              </Text>
              <Text span size="sm" c="dimmed">
                {[receivedOn && t('members.received', { date: receivedOn }), ...doubts.map((doubt) => t(`members.doubts.${doubt}`))].filter(Boolean).join(' · ')}
              </Text>
              {isSomebodyElse && (
                <Link to={`/me/circle/congratulate/${badgeId}`} className={classes.word} aria-label={t('congratulate.named', { person: personName, badge: badge.name })}>
                  {t('congratulate.action')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
