import { Button, Checkbox, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFieldError } from '#web/components/form-problem.tsx'
import type { GridBadge } from '../../browser/cells.ts'
import classes from './grid.module.css'
import type { Said } from './use-grid.tsx'

type Props = { badge: GridBadge; heldLevel: string | undefined; typed?: Record<string, string>; result?: unknown }

/** « Validé », or « à retravailler » with what to redo: the fields of the small page and of the panel. */
export function VerdictFields({ badge, heldLevel, typed = {}, result }: Props) {
  const { t } = useTranslation('grid')
  const errorOf = useFieldError(result, 'practice')
  const levels = badge.levels.slice(badge.levels.findIndex(({ id }) => id === heldLevel) + 1)
  return (
    <div className={classes.verdict}>
      <div>
        {levels.length > 0 && (
          <Radio.Group name="levelId" label={t('panel.level')} defaultValue={typed.levelId || levels[0]!.id} mb="sm">
            <Stack gap="xs" mt="xs">
              {levels.map(({ id, name }) => (
                <Radio key={id} value={id} label={name} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Button type="submit" name="verdict" value="passed" fullWidth>
          {t('panel.passed')}
        </Button>
      </div>
      <section aria-labelledby="rework">
        <h3 id="rework">{t('panel.rework')}</h3>
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
          <Button type="submit" name="verdict" value="to-rework" variant="default" fullWidth>
            {t('panel.to-rework')}
          </Button>
        </Stack>
      </section>
    </div>
  )
}

export function saidIn(form: HTMLFormElement, submitter: HTMLElement | null): Said {
  const fields = new FormData(form, submitter)
  const [levelId, advice] = ['levelId', 'advice'].map((name) => String(fields.get(name) ?? ''))
  const isPassed = fields.get('verdict') === 'passed'
  return isPassed ? { verdict: 'passed', levelId: levelId! } : { verdict: 'to-rework', advice: advice!, remarkIds: fields.getAll('remarkIds').map(String) }
}
