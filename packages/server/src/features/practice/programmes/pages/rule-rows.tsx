import { Button, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusOn, inPlace, keyed, nextKey } from '../../browser/form-rows.ts'
import type { Values } from '../../browser/programme-form.ts'
import type { Choices } from './choices.ts'
import classes from './programmes.module.css'

/** « Pour … , d’abord … » : one row for each pair. */
export function RuleRows({ badges, chosen, rows: first }: { badges: Choices['badges']; chosen: readonly string[]; rows: readonly Values[] }) {
  const { t } = useTranslation('practice')
  const [rows, setRows] = useState(() => keyed(first))
  const options = [
    { value: '', label: t('form.choose') },
    // What is named in a row stays there to be chosen again, ticked or not; without scripts nobody knows yet what will be ticked.
    ...badges.map(({ achievementId, name }) => ({ value: achievementId, label: chosen.includes(achievementId) ? name : t('form.not_ticked', { name }) })),
  ]
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t('form.rules')}</legend>
      <Text c="dimmed" mb="sm" maw="44rem">
        {t('form.rules_help')}
      </Text>
      <Stack component="ol" gap="md" className={classes.list}>
        {rows.map(({ key, values }, index) => (
          <li key={key} className={classes.ruleRow}>
            <NativeSelect name={`rule.${index}.badge`} label={t('form.rule_for')} defaultValue={values['badge']} data={options} />
            <NativeSelect name={`rule.${index}.first`} label={t('form.rule_first')} defaultValue={values['first']} data={options} />
            <Button
              type="submit"
              name="intent"
              value={`remove-rule:${index}`}
              variant="subtle"
              color="red"
              aria-label={t('form.remove_rule', { number: index + 1 })}
              onClick={inPlace(({ currentTarget }) => {
                focusOn(currentTarget, '[value="add-rule"]')
                setRows(rows.filter((row) => row.key !== key))
              })}
            >
              {t('form.remove')}
            </Button>
          </li>
        ))}
      </Stack>
      <Button
        type="submit"
        name="intent"
        value="add-rule"
        variant="default"
        mt={rows.length > 0 ? 'md' : 0}
        onClick={inPlace(() => setRows([...rows, { key: nextKey(rows), values: {} }]))}
      >
        {t('form.add_rule')}
      </Button>
    </fieldset>
  )
}
