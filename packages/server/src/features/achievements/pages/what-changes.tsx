import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../compare-contents.ts'

/** What is not the same from one version to the next, in a few lines. */
export function WhatChanges({ comparison: { fields, levels } }: { comparison: Comparison }) {
  const { t } = useTranslation('achievements')
  const lines = [
    ...fields.map((field) => t(`changes.${field}`)),
    ...(['added', 'removed', 'reworded'] as const).filter((kind) => levels[kind].length > 0).map((kind) => t(`changes.levels_${kind}`, { names: levels[kind].join(', ') })),
  ]
  if (lines.length === 0) return <Text>{t('changes.none')}</Text>
  return (
    <List spacing={4}>
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  )
}
