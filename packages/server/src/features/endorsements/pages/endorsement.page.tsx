import { Anchor, Button, Container, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EndorsementCard } from '#web/components/endorsement-card.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { TakeBack } from './answer-view.tsx'
import type { action, loader } from './endorsement.server.ts'
import classes from './endorsements.module.css'

export { action, loader } from '#features/endorsements/pages/endorsement.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function EndorsementPage() {
  const { endorsement, badge, address, isPublic, view, mayWithdraw } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('endorsements')
  return (
    <Container size="sm">
      <PageHeader title={t('one.title')} lead={badge ? t('one.of', { badge: badge.name }) : undefined} back={badge?.path ? { to: badge.path, label: badge.name } : undefined} />
      <DoneNotice slice="endorsements" />
      <Stack gap="lg">
        {!isPublic && !endorsement.withdrawnOn && <Notice kind="info">{t(view === 'holder' ? 'one.private_to_holder' : 'one.private_to_endorser')}</Notice>}
        <div className={`surface ${classes.panel}`}>
          <EndorsementCard endorsement={{ ...endorsement, path: null }} />
        </div>
        {address && !endorsement.withdrawnOn && (
          <section className={`surface ${classes.panel}`}>
            <Text mb="sm">{t(isPublic ? 'one.verify_help' : 'one.file_help')}</Text>
            <Group gap="sm">
              {isPublic && (
                <Button component="a" href={`/verify?url=${encodeURIComponent(`${address}.json`)}`}>
                  {t('one.verify')}
                </Button>
              )}
              <Button component="a" href={`/endorsements/${endorsement.id}.json`} download={`endossement-${endorsement.id.slice(0, 8)}.json`} variant="default">
                {t('one.download')}
              </Button>
            </Group>
          </section>
        )}
        {badge?.path && (
          <Anchor component={Link} to={badge.path} className={classes.tappable}>
            {t('one.badge')}
          </Anchor>
        )}
        {mayWithdraw && <TakeBack result={result} isStructure={endorsement.isStructure} />}
      </Stack>
    </Container>
  )
}
