import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { VOTES } from '../juries.schema.ts'
import classes from './juries.module.css'
import type { PresentedDossier } from './present.ts'

type Props = { dossier: PresentedDossier }

/** How the table voted, once it may be seen. */
export function Votes({ dossier: { counts, votes, votedCount, voterCount, votedBy } }: Props) {
  const { t } = useTranslation('juries')
  return (
    <section aria-labelledby="votes">
      <Title order={3} id="votes" mb="xs">
        {t('votes.title')}
      </Title>
      {counts ? (
        <dl className={classes.counts}>
          {VOTES.map((vote) => (
            <div key={vote} data-vote={vote}>
              <dt>{t(`vote.${vote}`)}</dt>
              <dd>{counts[vote]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Text>{t('votes.hidden', { count: votedCount, of: voterCount })}</Text>
      )}
      {!counts && votedBy.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('votes.by', { names: votedBy.join(', ') })}
        </Text>
      )}
      {votes?.some(({ comment }) => comment) && (
        <ul className={classes.voices}>
          {votes
            .filter(({ comment }) => comment)
            .map((vote) => (
              <li key={vote.memberId}>
                <blockquote>{vote.comment}</blockquote>
                <Text size="sm" c="dimmed">
                  {[vote.by, t(`vote.${vote.vote}`)].join(' · ')}
                </Text>
              </li>
            ))}
        </ul>
      )}
    </section>
  )
}

export function Decided({ dossier: { decision, badge } }: Props) {
  const { t } = useTranslation('juries')
  if (!decision) return null
  const level = badge.levels.find(({ id }) => id === decision.levelId)?.name
  return (
    <div className={classes.decided} data-state={decision.decision}>
      <strong>{[t(`decision.${decision.decision}`), level].filter(Boolean).join(' · ')}</strong>
      {decision.reason && <p>{decision.reason}</p>}
    </div>
  )
}
