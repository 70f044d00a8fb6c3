import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '#web/components/notice.tsx'
import { correctAnswer, type Finding } from '../../browser/correct-answer.ts'
import { type ChoiceVariant, makeVariant } from '../../browser/exercise.ts'
import { readAnswer } from '../answer-form.schema.ts'
import type { ExerciseSource } from '../exercise.schema.ts'
import { OrderField } from './order-field.tsx'
import classes from './resources.module.css'

type Props = {
  source: ExerciseSource
  seed: number
  /** What the server said of the last answer, where no script runs; and what was answered. */
  corrected?: { finding: Finding; values: Record<string, string[]> } | undefined
  /** Where the page tells what it corrected by itself. Nowhere while an author tries it out. */
  answersTo?: string | undefined
  another: { to: string } | { onClick: () => void }
  /** Where one came from, as the address says it. */
  from?: string
}

/** One variant: corrected at once in the page, or by the server when no script runs. */
export function ExercisePractice({ source, seed, corrected, answersTo, another, from = '' }: Props) {
  const { t } = useTranslation('resources')
  const variant = useMemo(() => makeVariant(source, seed), [source, seed])
  const [finding, setFinding] = useState(corrected?.finding)
  const told = useRef<HTMLDivElement>(null)
  const isLive = useIsLive()
  const correct = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setFinding(correctAnswer(variant, readAnswer(variant.kind, form)))
    // Without network the correction still stands; only the mark « done » waits for another try.
    if (answersTo) fetch(answersTo, { method: 'POST', body: new URLSearchParams([...form].map(([name, value]) => [name, String(value)])) }).catch(() => {})
    requestAnimationFrame(() => told.current?.scrollIntoView({ block: 'nearest' }))
  }
  return (
    <div lang={variant.language}>
      <p className={classes.statement}>{variant.statement}</p>
      <form method="post" action={`?variant=${seed}${from}`} onSubmit={correct}>
        <input type="hidden" name="seed" value={seed} />
        <Stack gap="md">
          {(variant.kind === 'number' || variant.kind === 'text') && (
            <TextInput
              name="answer"
              label={t('practice.answer')}
              description={variant.kind === 'number' ? <NumberHelp unit={variant.unit} figures={variant.figures} /> : undefined}
              defaultValue={corrected?.values['answer']?.[0]}
              maxLength={200}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              maw="24rem"
              size="md"
            />
          )}
          {variant.kind === 'choice' && <Options variant={variant} chosen={corrected?.values['option'] ?? []} />}
          {variant.kind === 'order' && <OrderField steps={variant.steps} places={corrected?.values ?? {}} />}
          {(answersTo || isLive) && (
            <Group gap="sm">
              <Button type="submit">{t('practice.check')}</Button>
              {'to' in another ? (
                <Button component={Link} to={another.to} variant="default" preventScrollReset>
                  {t('practice.another')}
                </Button>
              ) : (
                <Button type="button" variant="default" onClick={another.onClick}>
                  {t('practice.another')}
                </Button>
              )}
            </Group>
          )}
          <div ref={told} aria-live="polite">
            {finding && <Told finding={finding} />}
          </div>
        </Stack>
      </form>
      {(finding || !answersTo) && (
        <details key={finding?.isRight ? 'right' : 'not-yet'} open={finding?.isRight}>
          <summary className={classes.summary}>{t('practice.correction')}</summary>
          <p className={classes.correction}>{variant.correction}</p>
        </details>
      )}
    </div>
  )
}

function useIsLive(): boolean {
  const [isLive, setIsLive] = useState(false)
  useEffect(() => setIsLive(true), [])
  return isLive
}

function NumberHelp({ unit, figures }: { unit: string; figures: number | null }) {
  const { t } = useTranslation('resources')
  return (
    <>
      {t(unit ? 'practice.number_help' : 'practice.number_help_bare')} {figures !== null && t('practice.figures_help', { count: figures })}
    </>
  )
}

function Told({ finding }: { finding: Finding }) {
  const { t } = useTranslation('resources')
  const says = finding.says ?? []
  return (
    <Notice kind={finding.isRight ? 'success' : 'info'}>
      {(finding.isRight || says.length === 0) && <p style={{ margin: 0 }}>{t(`finding.${finding.code}`, finding.detail ?? {})}</p>}
      {says.map((text) => (
        <p key={text} style={{ margin: 0 }}>
          {text}
        </p>
      ))}
    </Notice>
  )
}

function Options({ variant, chosen }: { variant: ChoiceVariant; chosen: string[] }) {
  const { t } = useTranslation('resources')
  return (
    <fieldset className={classes.options}>
      <legend>{t(variant.isSeveral ? 'practice.choose_several' : 'practice.choose_one')}</legend>
      {variant.options.map(({ key, text }) => (
        <label key={key} className={classes.option}>
          <input type={variant.isSeveral ? 'checkbox' : 'radio'} name="option" value={key} defaultChecked={chosen.includes(String(key))} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
