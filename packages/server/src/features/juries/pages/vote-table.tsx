import { Button, Group, Radio, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { VOTES } from '../juries.schema.ts'
import { DossierHeading, DossierView } from './dossier-view.tsx'
import classes from './juries.module.css'
import type { PresentedDossier, PresentedTable } from './present.ts'
import { Decided, Votes } from './votes.tsx'

type Props = { table: PresentedTable; current: PresentedDossier | undefined; here: string; result: unknown }

/** The agenda on one side, one dossier on the other. */
export function VoteTable({ table, current, here, result }: Props) {
  const { t } = useTranslation('juries')
  if (!current) return <EmptyState title={t('vote_page.none')}>{t('vote_page.none_help')}</EmptyState>
  const left = table.dossiers.filter(isLeft)
  const next = left.find(({ number }) => number > current.number) ?? left.find(({ dossierId }) => dossierId !== current.dossierId)
  return (
    <div className={classes.desk}>
      <nav aria-label={t('agenda.label')} className={classes.agenda}>
        <Text fw={600} mb="xs">
          {t('vote_page.left', { count: left.length })}
        </Text>
        <ol>
          {table.dossiers.map((dossier) => (
            <li key={dossier.dossierId}>
              <Link to={`${here}?dossier=${dossier.dossierId}`} aria-current={dossier.dossierId === current.dossierId ? 'page' : undefined}>
                <span>{dossier.nominee.name}</span>
                <small>{[dossier.badge.name, t(`standing.${standingOf(dossier)}`)].join(' · ')}</small>
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <article aria-label={`${current.nominee.name}, ${current.badge.name}`} className={classes.dossier}>
        <DossierHeading dossier={current} />
        <DossierView dossier={current} />
        <Answer dossier={current} result={result} />
        {next && isAnswered(current) && (
          <div>
            <Button component={Link} to={`${here}?dossier=${next.dossierId}`}>
              {t('vote_page.next', { name: next.nominee.name })}
            </Button>
          </div>
        )}
      </article>
    </div>
  )
}

const isAnswered = ({ myVote, myRecusal, decision }: PresentedDossier) => Boolean(myVote || myRecusal || decision)
const isLeft = (dossier: PresentedDossier) => !isAnswered(dossier) && !dossier.isClosed

export function standingOf({ decision, myRecusal, myVote, isClosed }: PresentedDossier): 'decided' | 'recused' | 'voted' | 'closed' | 'left' {
  if (decision) return 'decided'
  if (myRecusal) return 'recused'
  if (myVote) return 'voted'
  return isClosed ? 'closed' : 'left'
}

function Answer({ dossier, result }: { dossier: PresentedDossier; result: unknown }) {
  const { t } = useTranslation('juries')
  const { myRecusal, myVote, decision, isClosed } = dossier
  if (isClosed && !decision) return <Notice kind="info">{t('errors.dossier_closed')}</Notice>
  return (
    <>
      <Decided dossier={dossier} />
      {myRecusal && (
        <Notice kind="info" title={t('recusal.title')}>
          {[t(`recusal.${myRecusal.kind}`), myRecusal.word, decision ? '' : t('recusal.blind')].filter(Boolean).join(' ')}
        </Notice>
      )}
      {(myVote || decision) && myRecusal?.kind !== 'nominee' && <Votes dossier={dossier} />}
      {!myRecusal && !decision && <VoteForm key={dossier.dossierId} dossier={dossier} result={result} />}
      {!myRecusal && !decision && <StepAside dossierId={dossier.dossierId} result={result} />}
    </>
  )
}

function VoteForm({ dossier: { dossierId, myVote }, result }: { dossier: PresentedDossier; result: unknown }) {
  const { t } = useTranslation('juries')
  const error = useFieldError(result, 'juries')
  const typed = typedValues(result)
  const isMine = typed.dossierId === dossierId && typed.intent === 'vote'
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="vote">
      <Title order={3} id="vote" mb={4}>
        {t(myVote ? 'vote_page.change' : 'vote_page.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t(myVote ? 'vote_page.change_help' : 'vote_page.help')}
      </Text>
      <Form method="post" noValidate>
        <input type="hidden" name="dossierId" value={dossierId} />
        <Stack gap="md">
          <Radio.Group name="vote" label={t('vote_page.choice')} defaultValue={isMine ? typed.vote : myVote?.vote} error={isMine ? error('vote') : undefined}>
            <Group gap="lg" mt="xs">
              {VOTES.map((vote) => (
                <Radio key={vote} value={vote} label={t(`vote.${vote}`)} />
              ))}
            </Group>
          </Radio.Group>
          <Textarea
            name="comment"
            label={t('vote_page.comment')}
            description={t('vote_page.comment_help')}
            rows={3}
            maxLength={1000}
            defaultValue={isMine ? typed.comment : myVote?.comment}
            error={isMine ? error('comment') : undefined}
          />
          <div>
            <Button type="submit" name="intent" value="vote" variant={myVote ? 'default' : 'filled'}>
              {t(myVote ? 'vote_page.send_again' : 'vote_page.send')}
            </Button>
          </div>
        </Stack>
      </Form>
    </section>
  )
}

function StepAside({ dossierId, result }: { dossierId: string; result: unknown }) {
  const { t } = useTranslation('juries')
  const error = useFieldError(result, 'juries')
  const typed = typedValues(result)
  const isMine = problemOf(result) !== undefined && typed.intent === 'recuse' && typed.dossierId === dossierId
  return (
    <details className={`surface ${classes.details}`} open={isMine}>
      <summary>{t('recusal.declare')}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="dossierId" value={dossierId} />
        <Stack gap="md">
          <Text>{t('recusal.help')}</Text>
          <TextInput name="word" label={t('recusal.word')} required maxLength={500} {...(isMine ? { defaultValue: typed.word, error: error('word') } : {})} />
          <div>
            <Button type="submit" name="intent" value="recuse" variant="default">
              {t('recusal.submit')}
            </Button>
          </div>
        </Stack>
      </Form>
    </details>
  )
}

export function Arrive({ table: { jury, me } }: { table: PresentedTable }) {
  const { t } = useTranslation('juries')
  if (jury.state !== 'in-session') return null
  if (me.isPresent) return <Notice kind="success">{t('arrive.done')}</Notice>
  return (
    <Form method="post" className={classes.arrive}>
      <Text fw={600}>{t('arrive.help')}</Text>
      <Button type="submit" name="intent" value="arrive">
        {t('arrive.submit')}
      </Button>
    </Form>
  )
}
