import { Button, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageHeader } from '#web/components/page-header.tsx'
import type { PupilView } from '../summarize-organization.ts'
import { ProposePanel } from './propose-panel.tsx'

export function PupilHome({ home: { organization, pupil } }: { home: { organization: { slug: string; name: string; isArchived: boolean }; pupil: PupilView } }) {
  const { t } = useTranslation('organizations')
  return (
    <>
      <PageHeader title={organization.name} lead={pupil.classes.length > 0 ? t('pupil.classes', { classes: pupil.classes.join(', '), count: pupil.classes.length }) : undefined} />
      <Stack className="surface" p="xl" gap="md" align="flex-start" mb="xl">
        <Title order={2}>{t('pupil.badges', { count: pupil.credentialCount })}</Title>
        <Text>{t(pupil.credentialCount === 0 ? 'pupil.none' : 'pupil.some')}</Text>
        <Button component={Link} to="/me/badges">
          {t('pupil.open')}
        </Button>
      </Stack>
      {!organization.isArchived && <ProposePanel slug={organization.slug} />}
    </>
  )
}
