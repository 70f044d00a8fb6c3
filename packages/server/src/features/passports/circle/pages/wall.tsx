import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { IconShieldLock } from '#web/components/icons.ts'
import classes from './circle.module.css'

/** What keeps badges apart from appraisal, said to both sides in the same words. */
export function Wall() {
  const { t } = useTranslation('circle')
  return (
    <aside className={classes.wall} aria-label={t('wall.label')}>
      <IconShieldLock size={28} stroke={1.6} aria-hidden="true" />
      <Text>{t('wall.sentence')}</Text>
    </aside>
  )
}
