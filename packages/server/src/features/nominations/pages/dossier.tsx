import { Anchor, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Attachments } from '#web/components/attachments.tsx'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { Naming } from './naming.tsx'
import classes from './nominations.module.css'
import type { PresentedNomination } from './present.ts'

type Props = { nomination: PresentedNomination }

export function BadgeAside({ nomination: { badge, achievementId }, mark, children }: Props & { mark: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation('nominations')
  return (
    <aside className={`surface ${classes.panel}`}>
      <BadgeImage imageId={badge.imageId} alt="" size={112} />
      <Text fw={650} mt="sm">
        {badge.name}
      </Text>
      <Text size="sm" mb="xs">
        {badge.description}
      </Text>
      {mark}
      <Anchor component={Link} to={`/achievements/${achievementId}`} size="sm" className={classes.tappable}>
        {t('propose.criteria')}
      </Anchor>
      {children}
    </aside>
  )
}

export function Voices({ nomination: { voices, isMe } }: Props) {
  const { t } = useTranslation('nominations')
  return (
    <section aria-labelledby="voices">
      <Title order={2} id="voices" mb="sm">
        {t('dossier.voices', { count: voices.filter(({ state }) => state === 'admitted').length })}
      </Title>
      <ul className={`surface ${classes.list}`}>
        {voices.map((voice) => (
          <li key={voice.voiceId} className={classes.voice} data-state={voice.state}>
            <blockquote className={classes.quote}>{voice.deed}</blockquote>
            <Text size="sm" mt={6}>
              {t('voice.seen', { occasion: voice.occasion })}
            </Text>
            <Attachments attachments={voice.attachments} />
            <Text size="sm" c="dimmed">
              {[
                voice.author.name,
                voice.author.about,
                voice.day,
                voice.level ? t('voice.level', { level: voice.level }) : '',
                voice.isOfNominee ? t(isMe ? 'voice.own' : 'voice.of_nominee') : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {voice.reading?.by && voice.state === 'admitted' && (
              <Text size="sm" c="dimmed">
                {t('voice.read_by', { name: voice.reading.by })}
              </Text>
            )}
            {voice.state === 'admitted' && <Naming naming={voice.naming} name={voice.author.name} voiceId={voice.voiceId} />}
            {(voice.state === 'waiting' || voice.state === 'set-aside') && (
              <Text size="sm" fw={600}>
                {t(`voice.${voice.state}`)}
              </Text>
            )}
            {voice.state === 'set-aside' && voice.reading && <Text size="sm">{[voice.reading.reason, voice.reading.by, voice.reading.day].filter(Boolean).join(' · ')}</Text>}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Facts({ nomination: { facts, isMe, isWithoutAccount } }: Props) {
  const { t } = useTranslation('nominations')
  if (isWithoutAccount) return null
  return (
    <section aria-labelledby="facts">
      <Title order={2} id="facts" mb="sm">
        {t(isMe ? 'dossier.my_facts' : 'dossier.facts')}
      </Title>
      {facts.length === 0 ? (
        <Text c="dimmed">{t(isMe ? 'dossier.no_facts_of_mine' : 'dossier.no_facts')}</Text>
      ) : (
        <ul className={`surface ${classes.list}`}>
          {facts.map((fact) => (
            <li key={fact.factId} className={classes.voice}>
              <p className={classes.written}>{fact.text}</p>
              {fact.url && (
                <Anchor href={fact.url} rel="noreferrer nofollow" size="sm" className={classes.tappable}>
                  {fact.url}
                </Anchor>
              )}
              <Attachments attachments={fact.attachments} />
              <Text size="sm" c="dimmed">
                {fact.day}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function Decisions({ nomination: { decisions } }: Props) {
  const { t } = useTranslation('nominations')
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="decisions">
      <Title order={2} id="decisions" mb="sm">
        {t('dossier.history')}
      </Title>
      <ol className={classes.history}>
        {decisions.map(({ decisionId, decision, by, day, reason }) => (
          <li key={decisionId}>
            <Text fw={600}>{t(`decision.${decision}`)}</Text>
            <Text size="sm" c="dimmed">
              {[by, day].filter(Boolean).join(' · ')}
            </Text>
            {reason && <p className={classes.written}>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
