import { Button, Checkbox, Radio, Stack, Text, Textarea } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { useFieldError } from '#web/components/form-problem.tsx'
import type { GridBadge } from '../../browser/cells.ts'
import classes from './grid.module.css'
import type { Said } from './use-grid.tsx'

type Verdict = Said['verdict']
type Props = {
  badge: GridBadge
  heldLevel: string | undefined
  /** What each of the two forms sends besides. */
  hidden?: Record<Verdict, Record<string, string>>
  typed?: Record<string, string>
  result?: unknown
  say?(said: Said): void
}

/**
 * « Validé », or « à retravailler » with what to redo: on the small page and in the panel. They are two forms,
 * so that Enter on a remark never validates.
 */
export function VerdictFields({ badge, heldLevel, hidden, typed = {}, result, say }: Props) {
  const { t } = useTranslation('grid')
  const errorOf = useFieldError(result, 'practice')
  const levels = badge.levels.slice(badge.levels.findIndex(({ id }) => id === heldLevel) + 1)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (!say) return
    event.preventDefault()
    say(saidIn(event.currentTarget))
  }
  const form = (verdict: Verdict, children: ReactNode) => (
    <Form method="post" onSubmit={submit}>
      {Object.entries({ verdict, ...hidden?.[verdict] }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  )
  return (
    <div className={classes.verdict}>
      {form(
        'passed',
        <>
          {levels.length > 0 && (
            <Radio.Group name="levelId" label={t('panel.level')} defaultValue={typed.levelId || levels[0]!.id} mb="sm">
              <Stack gap="xs" mt="xs">
                {levels.map(({ id, name }) => (
                  <Radio key={id} value={id} label={name} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <Button type="submit" fullWidth data-pass>
            {t('panel.passed')}
          </Button>
        </>,
      )}
      <section aria-labelledby="rework">
        <h3 id="rework">{t('panel.rework')}</h3>
        {form(
          'to-rework',
          <Stack gap="xs">
            {badge.remarks.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('panel.no_remark')}
              </Text>
            )}
            {badge.remarks.map(({ remarkId, text }) => (
              <Checkbox key={remarkId} name="remarkIds" value={remarkId} label={text} />
            ))}
            <Textarea name="advice" label={t('panel.advice')} rows={2} maxLength={600} defaultValue={typed.advice} error={errorOf('advice')} />
            <Button type="submit" variant="default" fullWidth>
              {t('panel.to-rework')}
            </Button>
          </Stack>,
        )}
      </section>
    </div>
  )
}

function saidIn(form: HTMLFormElement): Said {
  const fields = new FormData(form)
  if (fields.get('verdict') === 'passed') return { verdict: 'passed', levelId: String(fields.get('levelId') ?? '') }
  return { verdict: 'to-rework', advice: String(fields.get('advice') ?? ''), remarkIds: fields.getAll('remarkIds').map(String) }
}
