import { Button, Container, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { loader } from './children.server.ts'
import { ConsentMark } from './consent-mark.tsx'
import classes from './guardians.module.css'
import type { PresentedChild } from './present-child.ts'

export { loader } from '#features/guardians/pages/children.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function Children() {
  const { children } = useLoaderData<typeof loader>()
  const { t } = useTranslation('guardians')
  const enter = (
    <Button component={Link} to="/family" variant={children.length > 0 ? 'default' : 'filled'}>
      {t('children.add')}
    </Button>
  )
  return (
    <Container size="md">
      <PageHeader title={t('children.title')} lead={t('children.lead')} actions={children.length > 0 && enter} />
      <DoneNotice slice="guardians" />
      {children.length === 0 ? (
        <EmptyState title={t('children.empty_title')} actions={enter}>
          {t('children.empty')}
        </EmptyState>
      ) : (
        <>
          <ul className={classes.children}>
            {children.map((child) => (
              <li key={child.childId} className="surface">
                <ChildCard child={child} />
              </li>
            ))}
          </ul>
          <Text c="dimmed" mt="xl">
            {t('children.come_back')}{' '}
            <Link to="/account" className={classes.tappable}>
              {t('children.add_email')}
            </Link>
          </Text>
        </>
      )}
    </Container>
  )
}

function ChildCard({ child }: { child: PresentedChild }) {
  const { t } = useTranslation('guardians')
  const name = child.givenName
  return (
    <>
      <div>
        <Title order={2}>{name}</Title>
        <Text c="dimmed">{child.structures.map((structure) => [structure.name, structure.className].filter(Boolean).join(', ')).join(' · ')}</Text>
      </div>
      {child.decidesAlone ? (
        <Notice kind="info">{t(child.isShown ? 'child.of_age_shown' : 'child.of_age', { name })}</Notice>
      ) : (
        <ul className={classes.marks}>
          {child.decisions.map((decision) => (
            <ConsentMark key={decision.scope} {...decision} as="li" />
          ))}
        </ul>
      )}
      {child.isShown && (
        <Text>
          {t('children.badges', { count: child.badges.length })}
          {child.badges.length > 0 && (
            <span className={classes.thumbs} aria-hidden="true">
              {child.badges.slice(0, 6).map((badge) => (
                <BadgeImage key={badge.id} imageId={badge.imageId} alt="" size={56} />
              ))}
            </span>
          )}
        </Text>
      )}
      {child.isShown && (
        <div>
          <Button component={Link} to={`/me/children/${child.childId}`}>
            {t(child.decidesAlone ? 'children.see' : 'children.open', { name })}
          </Button>
        </div>
      )}
    </>
  )
}
