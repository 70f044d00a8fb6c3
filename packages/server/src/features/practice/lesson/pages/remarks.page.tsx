import { Container, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ProgrammeViews } from '../../programmes/pages/programme-views.tsx'
import { AddRemark, Examples } from './remark-forms.tsx'
import { RemarkLine } from './remark-line.tsx'
import classes from './remarks.module.css'
import type { action, BadgeBank, loader } from './remarks.server.ts'

export { action, loader } from '#features/practice/lesson/pages/remarks.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function RemarksPage() {
  const { organization, can, here, programmeName, asked, badges } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('lesson')
  const open = typedValues(result).achievementId ?? asked
  return (
    <Container size="md">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={programmeName} lead={t('remarks.lead')} back={{ to: `${here}/lesson`, label: t('remarks.back') }} />
      <ProgrammeViews here={here} />
      <DoneNotice slice="lesson" />
      <FormProblem result={result} slice="practice" />
      <Title order={2} size="h3" mb="sm">
        {t('remarks.heading')}
      </Title>
      {badges.map((badge) => (
        <BadgeRemarks key={badge.achievementId} badge={badge} isOpen={badge.achievementId === open} result={result} />
      ))}
    </Container>
  )
}

function BadgeRemarks({ badge, isOpen, result }: { badge: BadgeBank; isOpen: boolean; result: unknown }) {
  const { t } = useTranslation('lesson')
  const { achievementId, imageId, name, remarks, away, resources } = badge
  return (
    <details className={`surface ${classes.bank}`} open={isOpen || undefined}>
      <summary>
        <BadgeImage imageId={imageId} alt="" size={36} />
        <span>
          <b>{name}</b>
          <small>{t('remarks.count', { count: remarks.length })}</small>
        </span>
      </summary>
      {remarks.length > 0 && (
        <ol className={classes.remarks}>
          {remarks.map((remark, place) => (
            <RemarkLine key={remark.remarkId} remark={remark} badge={badge} isFirst={place === 0} result={result} />
          ))}
        </ol>
      )}
      {remarks.length === 0 && <Examples achievementId={achievementId} />}
      <AddRemark key={remarks.length} badge={badge} result={result} />
      {resources.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('remarks.no_resource')} <Link to={`/achievements/${achievementId}`}>{t('remarks.to_badge')}</Link>
        </Text>
      )}
      {away.length > 0 && (
        <details className={classes.away}>
          <summary>{t('remarks.away', { count: away.length })}</summary>
          <ul className={classes.remarks}>
            {away.map((remark) => (
              <RemarkLine key={remark.remarkId} remark={remark} badge={badge} isAway result={result} />
            ))}
          </ul>
        </details>
      )}
    </details>
  )
}
