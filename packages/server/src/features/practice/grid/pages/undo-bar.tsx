import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './grid.module.css'

/** What was said last, for as long as it can be taken back. The focus stays in the grid. */
export function UndoBar({ held, undo }: { held: { label: string } | undefined; undo(): void }) {
  const { t } = useTranslation('grid')
  if (!held) return null
  return (
    <div className={classes.undo}>
      <Text>{held.label}</Text>
      <button type="button" onClick={undo}>
        {t('undo')}
      </button>
    </div>
  )
}
