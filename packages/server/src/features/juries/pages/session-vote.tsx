import { Button, Group, Text, Title } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { VOTES, type Vote } from '../juries.schema.ts'
import classes from './juries.module.css'
import type { PresentedDossier } from './present.ts'
import type { Session } from './use-session.tsx'

type Props = { session: Session; dossier: PresentedDossier }

/** Whoever runs the meeting votes here too, and may show the counts before all have voted. */
export function SessionVote({ session, dossier }: Props) {
  const { t } = useTranslation('juries')
  const { act, table } = session
  if (dossier.decision || dossier.isClosed || table.jury.state === 'closed') return null
  const isVoter = table.me.memberId !== undefined && !dossier.myRecusal
  const waiting = session.outbox.waiting.find(({ about }) => about === `vote ${dossier.dossierId}`)?.fields.vote
  const mine = (waiting as Vote | undefined) ?? dossier.myVote?.vote
  // The room looks on: which one is shown with the counts, not before.
  const shown = dossier.counts ? mine : undefined
  const vote = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') as Vote
    voteBy(session, dossier, chosen, t(`vote.${chosen}`))
  }
  const reveal = (event: FormEvent) => {
    event.preventDefault()
    act(`reveal ${dossier.dossierId}`, t('session.reveal'), { intent: 'reveal', dossierId: dossier.dossierId })
  }
  return (
    <>
      {isVoter && (
        <section aria-labelledby="my-vote" className={classes.after}>
          <Title order={3} id="my-vote" mb="xs">
            {t('session.my_vote')}
          </Title>
          <Form method="post" onSubmit={vote}>
            <input type="hidden" name="intent" value="vote" />
            <input type="hidden" name="dossierId" value={dossier.dossierId} />
            <input type="hidden" name="comment" value={dossier.myVote?.comment ?? ''} />
            <Group gap="xs">
              {VOTES.map((value) => (
                <Button key={value} type="submit" name="vote" value={value} variant={shown === value ? 'filled' : 'default'} aria-pressed={shown === value}>
                  {t(`vote.${value}`)}
                </Button>
              ))}
            </Group>
          </Form>
          <Text size="sm" c="dimmed" mt={6} role="status">
            {mine ? t('session.voted') : ''}
          </Text>
        </section>
      )}
      {dossier.myRecusal && <Text className={classes.after}>{t(`recusal.${dossier.myRecusal.kind}`)}</Text>}
      {!dossier.counts && !dossier.myRecusal && (
        <Form method="post" onSubmit={reveal} className={classes.after}>
          <input type="hidden" name="dossierId" value={dossier.dossierId} />
          <Button type="submit" name="intent" value="reveal" variant="default">
            {t('session.reveal')}
          </Button>
        </Form>
      )}
    </>
  )
}

export function voteBy({ act }: Session, { dossierId, nominee, myVote }: PresentedDossier, vote: Vote, word: string): void {
  act(`vote ${dossierId}`, `${nominee.name} : ${word}`, { intent: 'vote', dossierId, vote, comment: myVote?.comment ?? '' })
}
