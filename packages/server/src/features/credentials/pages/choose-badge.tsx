import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './choose-badge.module.css'
import { IssueSteps } from './issue-steps.tsx'

type Badge = { achievementId: string; name: string; description: string; imageId: string; authorName: string | null; levels: string[] }
type Props = { organization: { slug: string }; can: { design: boolean }; badges: Badge[] }

/** Step 1. */
export function ChooseBadge({ organization, can, badges }: Props) {
  const { t } = useTranslation('credentials')
  return (
    <>
      <PageHeader title={t('issue.choose.title')} lead={badges.length > 0 && t('issue.choose.lead')} />
      {badges.length === 0 ? (
        <EmptyState
          title={t('issue.choose.empty.title')}
          actions={
            can.design && (
              <Button component={Link} to={`/organizations/${organization.slug}/achievements`}>
                {t('issue.choose.empty.action')}
              </Button>
            )
          }
        >
          {t(can.design ? 'issue.choose.empty.advice' : 'issue.choose.empty.advice_other')}
        </EmptyState>
      ) : (
        <>
          <IssueSteps current={1} />
          <ul className={classes.grid}>
            {badges.map((badge) => (
              <li key={badge.achievementId} className={classes.card}>
                <BadgeImage imageId={badge.imageId} alt="" size={112} />
                <Title order={2} size="h3">
                  <Link to={`?achievement=${badge.achievementId}`} className={classes.link}>
                    {badge.name}
                  </Link>
                </Title>
                <Text size="sm" c="dimmed" lineClamp={2}>
                  {badge.description}
                </Text>
                {badge.levels.length > 0 && <Text size="sm">{badge.levels.join(' → ')}</Text>}
                {badge.authorName && (
                  <Text size="sm" c="dimmed">
                    {t('issue.choose.by', { name: badge.authorName })}
                  </Text>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
