import { Badge, Button, Container, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './achievements.module.css'
import type { action, loader } from './library.server.ts'

export { action, loader } from '#features/achievements/pages/library.server.ts'

export const meta = titled

export default function LibraryPage() {
  const { t } = useTranslation('achievements')
  const { organization, can, badges, search, authorId, authors } = useLoaderData<typeof loader>()
  const isFiltered = Boolean(search || authorId)
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('library.title')} lead={t('library.lead')} />
      <DoneNotice slice="achievements" />
      <FormProblem result={useActionData<typeof action>()} slice="achievements" />
      {authors.length > 0 && (
        <Form role="search">
          <Group align="flex-end" gap="sm" mb="xl">
            <TextInput type="search" name="q" label={t('library.search')} defaultValue={search} flex="1 1 14rem" maw="26rem" />
            <NativeSelect
              name="author"
              label={t('library.author')}
              defaultValue={authorId}
              data={[{ value: '', label: t('library.any_author') }, ...authors.map(({ id, name }) => ({ value: id, label: name }))]}
            />
            <Button type="submit" variant="default">
              {t('list.search_action')}
            </Button>
          </Group>
        </Form>
      )}
      {badges.length === 0 &&
        (isFiltered ? (
          <Text role="status">
            {t('library.none_found')} <Link to="?">{t('list.show_all')}</Link>
          </Text>
        ) : (
          <EmptyState title={t('library.empty_title')}>{t('library.empty_text')}</EmptyState>
        ))}
      <SimpleGrid component="ul" className={classes.list} cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        {badges.map((badge) => (
          <NetworkBadgeCard key={badge.achievementId} badge={badge} />
        ))}
      </SimpleGrid>
    </Container>
  )
}

type Card = ReturnType<typeof useLoaderData<typeof loader>>['badges'][number]

function NetworkBadgeCard({ badge }: { badge: Card }) {
  const { t } = useTranslation('achievements')
  const { organization, can } = useLoaderData<typeof loader>()
  return (
    <li className={`surface ${classes.card}`}>
      <BadgeImage imageId={badge.imageId} alt="" size={112} />
      <Text component={Link} to={`/organizations/${organization.slug}/library/${badge.achievementId}`} className={classes.cover} fw={650}>
        {badge.name}
      </Text>
      <Text size="sm">{t('library.by', { name: badge.author.name })}</Text>
      <Text size="sm" c="dimmed" lineClamp={3}>
        {badge.description}
      </Text>
      {badge.levels.length > 0 && <Text size="sm">{badge.levels.join(' → ')}</Text>}
      {badge.adopterCount > 0 && (
        <Text size="sm" c="dimmed">
          {t('library.adopters', { count: badge.adopterCount })}
        </Text>
      )}
      <div className={classes.above}>
        {badge.isAdopted ? (
          <Badge variant="light" color="teal" tt="none" size="lg" c="var(--mantine-color-text)">
            {t('library.adopted')}
          </Badge>
        ) : (
          can.design && (
            <Form method="post">
              <input type="hidden" name="achievementId" value={badge.achievementId} />
              <Button type="submit" variant="default" aria-label={t('library.adopt_named', { name: badge.name })}>
                {t('library.adopt')}
              </Button>
            </Form>
          )
        )}
      </div>
    </li>
  )
}
