import { Anchor, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Attachments } from '#web/components/attachments.tsx'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { Prose } from '#web/components/prose.tsx'
import classes from './juries.module.css'
import type { PresentedDossier } from './present.ts'

type Props = { dossier: PresentedDossier }

/** Who, for what. */
export function DossierHeading({ dossier }: Props) {
  const { t } = useTranslation('juries')
  const { nominee, badge, returnedFrom, isUnaccepted, isClosed } = dossier
  return (
    <div className={classes.heading}>
      <BadgeImage imageId={badge.imageId} alt="" size={88} />
      <div>
        <Title order={2} className={classes.nominee}>
          {nominee.name}
        </Title>
        <Text size="lg">{[badge.name, nominee.about].filter(Boolean).join(' · ')}</Text>
        {returnedFrom && <Text c="dimmed">{t('returned', { date: returnedFrom })}</Text>}
        {isUnaccepted && <Text fw={600}>{t('agenda.unaccepted')}</Text>}
        {isClosed && <Text fw={600}>{t('agenda.closed')}</Text>}
      </div>
    </div>
  )
}

/** What is judged, beside what it is judged against: the criteria of this badge, and no other. */
export function DossierView({ dossier }: Props) {
  const { t } = useTranslation('juries')
  const { badge, voices, facts } = dossier
  return (
    <div className={classes.sides}>
      <section aria-labelledby="voices">
        <Title order={3} id="voices" mb="xs">
          {t('dossier.voices', { count: voices.length })}
        </Title>
        <ul className={classes.voices}>
          {voices.map((voice) => (
            <li key={voice.voiceId}>
              <blockquote>{voice.deed}</blockquote>
              <Attachments attachments={voice.attachments} />
              <Text size="sm" c="dimmed">
                {[voice.occasion, voice.isOfNominee ? t('dossier.own') : voice.author.name, voice.isOfNominee ? '' : voice.author.about].filter(Boolean).join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
        {facts.length > 0 && (
          <>
            <Title order={3} mt="lg" mb="xs">
              {t('dossier.facts')}
            </Title>
            <ul className={classes.voices}>
              {facts.map((fact) => (
                <li key={fact.factId}>
                  <p>{fact.text}</p>
                  <Attachments attachments={fact.attachments} />
                  {fact.url && (
                    <Anchor href={fact.url} rel="noreferrer nofollow" size="sm">
                      {fact.url}
                    </Anchor>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="criteria" className={classes.criteria}>
        <Title order={3} id="criteria" mb="xs">
          {t('dossier.criteria')}
        </Title>
        <Prose html={badge.criteria} />
        {badge.levels.length > 0 && (
          <dl className={classes.levels}>
            {badge.levels.map((level) => (
              <div key={level.id}>
                <dt>{level.name}</dt>
                <dd>{level.description}</dd>
              </div>
            ))}
          </dl>
        )}
        {badge.alignments.length > 0 && (
          <>
            <Title order={4} mt="md" mb={4}>
              {t('dossier.descriptors')}
            </Title>
            <ul className={classes.descriptors}>
              {badge.alignments.map((alignment) => (
                <li key={alignment.name}>
                  <strong>{alignment.name}</strong> {alignment.description}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}
