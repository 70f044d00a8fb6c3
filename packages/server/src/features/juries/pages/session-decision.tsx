import { Button, Group, NativeSelect, Radio, Stack, Text, Textarea, Title } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { useOwnKey } from '#web/offline/use-outbox.ts'
import { DECISIONS, type JuryDecision } from '../juries.schema.ts'
import classes from './juries.module.css'
import type { PresentedDossier } from './present.ts'
import type { Session } from './use-session.tsx'

type Props = { session: Session; dossier: PresentedDossier; result: unknown }

/** What the table decided, with its reason. Being typed, it is kept on this device until it is sent. */
export function DecisionForm({ session, dossier, result }: Props) {
  const { t } = useTranslation('juries')
  const { jury } = session.table
  if (jury.state === 'voting') return <Text c="dimmed">{t('decide.later')}</Text>
  if (jury.state !== 'in-session') return null
  if (dossier.isClosed) return <Notice kind="info">{t('errors.dossier_closed')}</Notice>
  if (dossier.myRecusal) return <Notice kind="info">{t('decide.recused')}</Notice>
  return <OpenForm session={session} dossier={dossier} result={result} />
}

function OpenForm({ session: { act, outbox, table }, dossier, result }: Props) {
  const { t } = useTranslation('juries')
  const error = useFieldError(result, 'juries')
  const typed = typedValues(result)
  const isMine = typed.dossierId === dossier.dossierId && typed.intent === 'decide'
  const about = `decide ${dossier.dossierId}`
  const waiting = outbox.waiting.find((act) => act.about === about)
  const draft = useDraft(`${table.jury.juryId} ${dossier.dossierId}`, isMine ? (typed.reason ?? '') : (dossier.decision?.reason ?? ''))
  const [problem, setProblem] = useState('')
  const choices = DECISIONS.filter((decision) => decision !== 'to-complete' || !dossier.isWithoutAccount)
  const isShut = (decision: JuryDecision) => decision === 'granted' && dossier.isUnaccepted
  // Where Enter leads: a choice that is shut takes no focus.
  const firstOpen = choices.find((decision) => !isShut(decision))
  const decide = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    const missing = !form.decision ? 'decision_required' : isReasonMissing(form) ? 'reason_required' : ''
    setProblem(missing)
    if (missing) return
    act(about, `${dossier.nominee.name} : ${t(`decision.${form.decision as JuryDecision}`)}`, { ...form, intent: 'decide' })
    draft.forget()
  }
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="decide">
      <Title order={3} id="decide" mb="xs">
        {t(dossier.decision ? 'decide.again' : 'decide.title')}
      </Title>
      {waiting && (
        <Notice kind="info" mb="sm">
          {t('decide.waiting', { decision: t(`decision.${waiting.fields.decision as JuryDecision}`) })}
        </Notice>
      )}
      {dossier.votedCount === 0 && !dossier.decision && (
        <Notice kind="warning" mb="sm">
          {t('decide.no_vote')}
        </Notice>
      )}
      <Form method="post" noValidate onSubmit={decide}>
        <input type="hidden" name="dossierId" value={dossier.dossierId} />
        <input type="hidden" name="revision" value={dossier.revision} />
        <Stack gap="md">
          <Radio.Group
            name="decision"
            label={t('decide.choice')}
            defaultValue={isMine ? typed.decision : dossier.decision?.decision}
            error={problem === 'decision_required' ? t('fields.decision_required') : isMine ? error('decision') : undefined}
          >
            <Stack gap="xs" mt="xs">
              {choices.map((decision) => (
                <Radio key={decision} value={decision} label={t(`decision.${decision}`)} {...(decision === firstOpen && { id: 'decision' })} disabled={isShut(decision)} />
              ))}
            </Stack>
          </Radio.Group>
          {dossier.isUnaccepted && <Text size="sm">{t('errors.not_accepted_yet')}</Text>}
          {dossier.badge.levels.length > 0 && (
            <NativeSelect
              name="levelId"
              label={t('decide.level')}
              defaultValue={isMine ? typed.levelId : (dossier.decision?.levelId ?? undefined)}
              data={[{ value: '', label: t('decide.no_level') }, ...dossier.badge.levels.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          )}
          <Textarea
            name="reason"
            label={t('decide.reason')}
            description={t('decide.reason_help')}
            rows={4}
            maxLength={1000}
            value={draft.text}
            onChange={({ currentTarget }) => draft.write(currentTarget.value)}
            error={problem === 'reason_required' ? t('fields.reason_required') : isMine ? error('reason') : undefined}
          />
          <Suggestions dossier={dossier} take={draft.write} />
          <Group>
            <Button type="submit" name="intent" value="decide" size="lg">
              {t('decide.submit')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </section>
  )
}

const isReasonMissing = ({ decision, reason = '' }: Record<string, string>) => (decision === 'to-complete' || decision === 'not-retained') && reason.trim().length < 3

/** What members wrote, to begin a reason with. */
function Suggestions({ dossier: { votes }, take }: { dossier: PresentedDossier; take(text: string): void }) {
  const { t } = useTranslation('juries')
  const comments = [...new Set((votes ?? []).map(({ comment }) => comment).filter(Boolean))]
  if (comments.length === 0) return null
  return (
    <div>
      <Text size="sm" mb={4}>
        {t('decide.suggestions')}
      </Text>
      <Group gap="xs">
        {comments.map((comment) => (
          <Button key={comment} size="sm" variant="light" onClick={() => take(comment)} className={classes.suggestion}>
            {comment}
          </Button>
        ))}
      </Group>
    </div>
  )
}

/** What is being typed, on this device, until it is sent. */
function useDraft(name: string, first: string) {
  const key = useOwnKey(`jury-draft:${name}`)
  const [text, setText] = useState(first)
  useEffect(() => {
    const kept = localStorage.getItem(key)
    if (kept !== null) setText(kept)
  }, [key])
  return {
    text,
    write: (next: string) => {
      setText(next)
      localStorage.setItem(key, next)
    },
    forget: () => localStorage.removeItem(key),
  }
}
