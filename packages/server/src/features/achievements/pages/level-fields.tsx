import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { useFieldError } from '#web/components/form-problem.tsx'
import type { Values } from '../achievement-form.schema.ts'
import { LEVEL_PRESETS, type LevelPreset, levelRows, levelValues, swap } from '../browser/level-form.ts'
import { MAX_LEVELS } from '../levels.schema.ts'
import classes from './achievements.module.css'
import type { action, loader } from './edit-achievement.server.ts'

/** What a row starts from: what the reader types stays in its fields, wherever the row moves. */
type Row = { key: number; texts: Record<string, string> }

/** From the first level to the highest. The buttons submit when no script runs, and act in place when one does. */
export function LevelFields({ values }: { values: Values }) {
  const { t } = useTranslation('achievements')
  const [rows, setRows] = useState(() => readRows(values))
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1
  const inPlace = (change: () => void) => (event: MouseEvent) => {
    event.preventDefault()
    change()
  }
  return (
    <fieldset id="levels" className={classes.fieldset}>
      <legend className={classes.legend}>{t('edit.levels')}</legend>
      <Text c="dimmed" mb="sm">
        {t('edit.levels_help')}
      </Text>
      <Stack component="ol" gap="md" className={classes.list}>
        {rows.map((row, index) => (
          <LevelRow
            key={row.key}
            row={row}
            index={index}
            onRaise={inPlace(() => setRows(swap(rows, index)))}
            onRemove={inPlace(() => setRows(rows.filter(({ key }) => key !== row.key)))}
          />
        ))}
      </Stack>
      <Group gap="sm" mt={rows.length > 0 ? 'md' : 0}>
        {rows.length === 0 &&
          (Object.keys(LEVEL_PRESETS) as LevelPreset[]).map((preset) => (
            <Button
              key={preset}
              type="submit"
              name="intent"
              value={`preset-levels:${preset}`}
              variant="default"
              onClick={inPlace(() => setRows(readRows(levelValues(LEVEL_PRESETS[preset]))))}
            >
              {t(`edit.level_preset.${preset}`)}
            </Button>
          ))}
        {rows.length < MAX_LEVELS && (
          <Button type="submit" name="intent" value="add-level" variant="default" onClick={inPlace(() => setRows([...rows, { key: nextKey, texts: {} }]))}>
            {t(rows.length === 0 ? 'edit.first_level' : 'edit.add_level')}
          </Button>
        )}
      </Group>
    </fieldset>
  )
}

const readRows = (values: Values): Row[] =>
  levelRows(values).map((key) => ({
    key,
    texts: Object.fromEntries(
      Object.entries(values)
        .filter(([name]) => name.startsWith(`level.${key}.`))
        .map(([name, value]) => [name.slice(`level.${key}.`.length), value]),
    ),
  }))

type RowProps = { row: Row; index: number; onRaise: (event: MouseEvent) => void; onRemove: (event: MouseEvent) => void }

function LevelRow({ row: { texts }, index, onRaise, onRemove }: RowProps) {
  const { t } = useTranslation('achievements')
  const { givenLevelIds } = useLoaderData<typeof loader>()
  const error = useFieldError(useActionData<typeof action>(), 'achievements')
  const number = index + 1
  const isGiven = givenLevelIds.includes(texts['id'] ?? '')
  const field = (name: string) => ({ name: `level.${index}.${name}`, defaultValue: texts[name], error: error(`levels.${index}.${name}`) })
  return (
    <li className={classes.levelRow}>
      <fieldset className={classes.fieldset}>
        <Text component="legend" fw={600} mb="xs">
          {t('edit.level', { number })}
        </Text>
        <input type="hidden" name={`level.${index}.id`} value={texts['id'] ?? ''} />
        <Stack gap="sm">
          <TextInput {...field('name.fr')} label={t('edit.level_name')} maxLength={40} autoComplete="off" maw="20rem" />
          <Textarea {...field('description.fr')} label={t('edit.level_description')} rows={2} maxLength={600} />
          <details open={Boolean(texts['description.en'])}>
            <summary className={classes.summary}>{t('edit.in_english')}</summary>
            <Stack gap="sm">
              <TextInput {...field('name.en')} label={t('edit.level_name_en')} lang="en" maxLength={40} autoComplete="off" maw="20rem" />
              <Textarea {...field('description.en')} label={t('edit.level_description_en')} lang="en" rows={2} maxLength={600} />
            </Stack>
          </details>
          <Group gap="xs">
            {index > 0 && (
              <Button type="submit" name="intent" value={`raise-level:${index}`} variant="subtle" onClick={onRaise}>
                {t('edit.raise_level', { number })}
              </Button>
            )}
            {isGiven ? (
              <Text size="sm" c="dimmed">
                {t('edit.level_is_given')}
              </Text>
            ) : (
              <Button type="submit" name="intent" value={`remove-level:${index}`} variant="subtle" color="red" onClick={onRemove}>
                {t('edit.remove_level', { number })}
              </Button>
            )}
          </Group>
        </Stack>
      </fieldset>
    </li>
  )
}
