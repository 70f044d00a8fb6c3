import { Anchor, Badge, Button, Container, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { NoImage } from './achievement-body.tsx'
import classes from './achievements.module.css'
import type { loader } from './achievements.server.ts'

export { loader } from '#features/achievements/pages/achievements.server.ts'

export const meta = titled

export default function AchievementsPage() {
  const { t } = useTranslation('achievements')
  const { organization, can, badges, adopted, search } = useLoaderData<typeof loader>()
  const create = can.design && (
    <Button component={Link} to={`/organizations/${organization.slug}/achievements/new`}>
      {t('list.create')}
    </Button>
  )
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={create} />
      <DoneNotice slice="achievements" />
      {(badges.length > 0 || search) && (
        <Form role="search">
          <Group align="flex-end" gap="sm" mb="xl">
            <TextInput type="search" name="q" label={t('list.search')} defaultValue={search} flex="1 1 14rem" maw="26rem" />
            <Button type="submit" variant="default">
              {t('list.search_action')}
            </Button>
          </Group>
        </Form>
      )}
      {badges.length === 0 && search && (
        <Text role="status">
          {t('list.none_found', { search })}{' '}
          <Anchor component={Link} to="?">
            {t('list.show_all')}
          </Anchor>
        </Text>
      )}
      {badges.length === 0 && adopted.length === 0 && !search && (
        <EmptyState
          title={t('list.empty_title')}
          actions={
            <>
              {create}
              <Button component={Link} to={`/organizations/${organization.slug}/library`} variant="default">
                {t('list.from_network')}
              </Button>
            </>
          }
        >
          {can.design ? t('list.empty_text') : t('list.empty_text_reader')}
        </EmptyState>
      )}
      <Stack gap="xl">
        {(['published', 'draft', 'archived'] as const).map((state) => (
          <BadgeGroup key={state} state={state} />
        ))}
        {adopted.length > 0 && <AdoptedGroup />}
      </Stack>
    </Container>
  )
}

/** Defined by others, given here too. */
function AdoptedGroup() {
  const { t } = useTranslation('achievements')
  const { organization, adopted } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="adopted">
      <Title order={2} id="adopted" mb="md">
        {t('list.group.adopted', { count: adopted.length })}
      </Title>
      <SimpleGrid component="ul" className={classes.list} cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="md">
        {adopted.map((badge) => (
          <li key={badge.achievementId} className={`surface ${classes.card}`}>
            <BadgeImage imageId={badge.imageId} alt="" size={112} />
            <Anchor component={Link} to={`/organizations/${organization.slug}/library/${badge.achievementId}`} className={classes.cover} fw={650}>
              {badge.name}
            </Anchor>
            <Text size="sm">{t('library.by', { name: badge.authorName })}</Text>
            <Text size="sm" c="dimmed" lineClamp={3}>
              {badge.description}
            </Text>
          </li>
        ))}
      </SimpleGrid>
    </section>
  )
}

function BadgeGroup({ state }: { state: 'published' | 'draft' | 'archived' }) {
  const { t } = useTranslation('achievements')
  const { organization, badges } = useLoaderData<typeof loader>()
  const cards = badges.filter((badge) => badge.state === state)
  if (cards.length === 0) return null
  return (
    <section aria-labelledby={state}>
      <Title order={2} id={state} mb="md">
        {t(`list.group.${state}`, { count: cards.length })}
      </Title>
      <SimpleGrid component="ul" className={classes.list} cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="md">
        {cards.map((badge) => (
          <li key={badge.achievementId} className={`surface ${classes.card}`}>
            {/* Only the picture fades: words stay readable. */}
            <div style={state === 'archived' ? { filter: 'grayscale(1)', opacity: 0.6 } : undefined}>
              {badge.imageId ? <BadgeImage imageId={badge.imageId} alt="" size={112} /> : <NoImage size={112} />}
            </div>
            <Anchor component={Link} to={`/organizations/${organization.slug}/achievements/${badge.achievementId}`} className={classes.cover} fw={650}>
              {badge.name || t('list.unnamed')}
            </Anchor>
            <Text size="sm" c="dimmed" lineClamp={3}>
              {badge.description}
            </Text>
            {badge.hasDraft && (
              <Badge variant="light" color="coral" tt="none" c="var(--mantine-color-text)">
                {t('list.has_draft')}
              </Badge>
            )}
          </li>
        ))}
      </SimpleGrid>
    </section>
  )
}
