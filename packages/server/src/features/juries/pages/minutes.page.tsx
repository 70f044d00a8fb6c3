import { Anchor, Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { VOTES } from '../juries.schema.ts'
import classes from './juries.module.css'
import type { loader } from './minutes.server.ts'

export { loader } from '#features/juries/pages/minutes.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function MinutesPage() {
  const { juryId, organization, minutes, finding } = useLoaderData<typeof loader>()
  const { t } = useTranslation('juries')
  const file = `/juries/${juryId}/minutes`
  return (
    <Container size="lg">
      <PageHeader
        title={t('minutes.title')}
        lead={[minutes.title, organization.name, minutes.startsAt, minutes.place].filter(Boolean).join(' · ')}
        back={{ to: `/me/juries`, label: t('mine.title') }}
        actions={
          <Button component="a" href={`${file}.pdf`} download>
            {t('minutes.pdf')}
          </Button>
        }
      />
      <Stack gap={40}>
        <section aria-label={t('minutes.signature')}>
          <Notice kind={finding.outcome === 'authentic' ? 'success' : 'problem'} title={t(`minutes.${finding.outcome}`)}>
            {t(`minutes.${finding.outcome}_help`, { structure: minutes.structure, date: minutes.closedAt })}
          </Notice>
          <Text size="sm" c="dimmed" mt="xs" className={classes.print}>
            {t('minutes.print', { sha256: finding.sha256 })}{' '}
            <Anchor href={`${file}.jws`} download size="sm">
              {t('minutes.jws')}
            </Anchor>
          </Text>
        </section>
        <Presences minutes={minutes} />
        <section aria-labelledby="decisions">
          <Title order={2} id="decisions" mb="sm">
            {t('minutes.decisions', { count: minutes.dossiers.length })}
          </Title>
          <ul className={`surface ${classes.list}`}>
            {minutes.dossiers.map((dossier) => (
              <Decision key={`${dossier.badge} ${dossier.nominee} ${dossier.about}`} dossier={dossier} />
            ))}
          </ul>
        </section>
      </Stack>
    </Container>
  )
}

function Presences({ minutes: { members, quorum } }: Pick<Page, 'minutes'>) {
  const { t } = useTranslation('juries')
  return (
    <section aria-labelledby="presences">
      <Title order={2} id="presences" mb="sm">
        {t('minutes.presences', { count: members.filter(({ isPresent }) => isPresent).length, of: members.length, quorum })}
      </Title>
      <ul className={`surface ${classes.list}`}>
        {members.map((member) => (
          <li key={`${member.name} ${member.function}`} className={classes.member}>
            <div>
              <strong>{member.name}</strong>
              <Text size="sm" c="dimmed">
                {[member.function, member.isPresident ? t('members.president') : '', member.isGuest ? t('members.guest') : ''].filter(Boolean).join(' · ')}
              </Text>
            </div>
            <span>{t(member.isPresent ? 'minutes.present' : 'minutes.absent')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decision({ dossier }: { dossier: Page['minutes']['dossiers'][number] }) {
  const { t } = useTranslation('juries')
  return (
    <li className={classes.member}>
      <div>
        <strong>{[dossier.nominee, dossier.about].filter(Boolean).join(', ')}</strong>
        <Text size="sm">{[dossier.badge, dossier.level].filter(Boolean).join(' · ')}</Text>
        <Text size="sm" c="dimmed">
          {[t('agenda.voices', { count: dossier.voiceCount }), ...VOTES.map((vote) => `${t(`vote.${vote}`)} : ${dossier.votes[vote]}`)].join(' · ')}
        </Text>
        {dossier.recusals.map((recusal) => (
          <Text key={recusal.member} size="sm">
            {[t(`recusal.${recusal.kind}_of`, { name: recusal.member }), recusal.word].filter(Boolean).join(' ')}
          </Text>
        ))}
        {dossier.reason && <p className={classes.reason}>{dossier.reason}</p>}
        {dossier.refusal && <Text fw={600}>{t('minutes.refused')}</Text>}
      </div>
      <span className={classes.mark} data-state={dossier.decision ?? 'open'}>
        {t(`decision.${dossier.decision ?? 'open'}`)}
      </span>
    </li>
  )
}
