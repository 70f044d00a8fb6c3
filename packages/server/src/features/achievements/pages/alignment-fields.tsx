import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActionData } from 'react-router'
import { useFieldError } from '#web/components/form-problem.tsx'
import { alignmentRows, type Values } from '../achievement-form.schema.ts'
import classes from './achievements.module.css'
import type { action } from './edit-achievement.server.ts'

/** Rows by number. The buttons submit when no script runs, and act in place when one does. */
export function AlignmentFields({ values }: { values: Values }) {
  const { t } = useTranslation('achievements')
  const error = useFieldError(useActionData<typeof action>(), 'achievements')
  const [rows, setRows] = useState(() => alignmentRows(values))
  return (
    <fieldset id="alignments" className={classes.fieldset}>
      <Text component="legend" fw={600}>
        {t('edit.alignments')}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t('edit.alignments_help')}
      </Text>
      <Stack gap="md">
        {rows.map((row, index) => (
          <fieldset key={row} className={`${classes.fieldset} ${classes.row}`} aria-label={t('edit.alignment', { number: index + 1 })}>
            {(['targetName', 'targetUrl', 'targetCode', 'targetFramework'] as const).map((field) => (
              <TextInput
                key={field}
                name={`alignment.${row}.${field}`}
                label={t(`edit.alignment_fields.${field}`)}
                placeholder={field === 'targetUrl' ? 'https://' : undefined}
                inputMode={field === 'targetUrl' ? 'url' : undefined}
                defaultValue={values[`alignment.${row}.${field}`]}
                error={error(`alignments.${index}.${field}`)}
                autoComplete="off"
              />
            ))}
            <div>
              <Button
                type="submit"
                name="intent"
                value={`remove-alignment:${row}`}
                variant="subtle"
                color="red"
                onClick={(event) => {
                  event.preventDefault()
                  setRows(rows.filter((kept) => kept !== row))
                }}
              >
                {t('edit.remove_alignment', { number: index + 1 })}
              </Button>
            </div>
          </fieldset>
        ))}
        <div>
          <Button
            type="submit"
            name="intent"
            value="add-alignment"
            variant="default"
            onClick={(event) => {
              event.preventDefault()
              setRows([...rows, Math.max(-1, ...rows) + 1])
            }}
          >
            {t('edit.add_alignment')}
          </Button>
        </div>
      </Stack>
    </fieldset>
  )
}
