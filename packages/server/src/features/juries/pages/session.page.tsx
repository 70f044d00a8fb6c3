import { Button, Container, Group, Text, Title } from '@mantine/core'
import { type MouseEvent, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { LineNotice } from '#web/offline/line-notice.tsx'
import { DossierHeading, DossierView } from './dossier-view.tsx'
import classes from './juries.module.css'
import type { action, loader } from './session.server.ts'
import { DecisionForm } from './session-decision.tsx'
import { Keys } from './session-keys.tsx'
import { Presences } from './session-presences.tsx'
import { SessionVote } from './session-vote.tsx'
import { useSession } from './use-session.tsx'
import { Decided, Votes } from './votes.tsx'

export { action, loader } from '#features/juries/pages/session.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function SessionPage() {
  const { organization, asked, table: first } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('juries')
  const here = `/organizations/${organization.slug}/juries/${first.jury.juryId}`
  const session = useSession(first, `${here}/session.json`)
  const { table } = session
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      first.dossiers.findIndex(({ dossierId }) => dossierId === asked),
    ),
  )
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const go = useCallback(
    (place: number) => {
      const dossier = table.dossiers[place]
      if (!dossier) return
      setAt(place)
      // Not a visit: it works when the line is down, and a reload comes back to it.
      window.history.replaceState(window.history.state, '', `${here}/session?dossier=${dossier.dossierId}`)
    },
    [table.dossiers, here],
  )
  const follow = (event: MouseEvent, place: number) => {
    if (!isReady || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(place)
  }
  const dossier = table.dossiers[at]
  const decided = table.dossiers.filter(({ decision }) => decision).length
  return (
    <Container size="xl" className={classes.session}>
      <Group justify="space-between" align="flex-start" gap="sm" mb="md">
        <div>
          <Title order={1} size="h3">
            {table.jury.title}
          </Title>
          <Text c="dimmed">{[organization.name, table.jury.startsAt, table.jury.place].filter(Boolean).join(' · ')}</Text>
        </div>
        <Group gap="xs">
          <Keys session={session} at={at} go={go} />
          <Button component={Link} to={table.me.mayPrepare ? here : `/me/juries/${table.jury.juryId}`} variant="default" size="sm">
            {t('session.leave')}
          </Button>
        </Group>
      </Group>
      <FormProblem result={result} slice="juries" />
      <LineNotice live={session} words="juries" errors="juries" />
      <Presences session={session} at={dossier?.dossierId ?? ''} />
      <div className={classes.desk}>
        <nav aria-label={t('agenda.label')} className={classes.agenda}>
          <Text fw={600} mb="xs">
            {t('session.decided', { count: decided, of: table.dossiers.length })}
          </Text>
          <ol>
            {table.dossiers.map((other, place) => (
              <li key={other.dossierId}>
                <Link to={`${here}/session?dossier=${other.dossierId}`} aria-current={place === at ? 'page' : undefined} reloadDocument onClick={(event) => follow(event, place)}>
                  <span>{other.nominee.name}</span>
                  <small>{[other.badge.name, other.decision ? t(`decision.${other.decision.decision}`) : ''].filter(Boolean).join(' · ')}</small>
                </Link>
              </li>
            ))}
          </ol>
        </nav>
        {dossier && (
          <article key={dossier.dossierId} className={classes.dossier} aria-label={`${dossier.nominee.name}, ${dossier.badge.name}`} id="dossier" tabIndex={-1}>
            <DossierHeading dossier={dossier} />
            <Decided dossier={dossier} />
            {dossier.recusals.length > 0 && <Text>{dossier.recusals.map(({ by, kind }) => t(`recusal.${kind}_of`, { name: by })).join(' ')}</Text>}
            <DossierView dossier={dossier} />
            <div className={classes.sides}>
              <div>
                <Votes dossier={dossier} />
                <SessionVote session={session} dossier={dossier} />
              </div>
              <DecisionForm session={session} dossier={dossier} result={result} />
            </div>
          </article>
        )}
      </div>
    </Container>
  )
}
