import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BookletLine } from '../own-booklets.ts'
import classes from './booklets.module.css'

/** The booklets of one pupil, the newest year first. */
export function BookletLines({ booklets, hrefOf }: { booklets: readonly BookletLine[]; hrefOf(programmeId: string): string }) {
  const { t } = useTranslation('booklets')
  return (
    <ul className={classes.list}>
      {booklets.map(({ programmeId, name, schoolYear, organizationName, isFormer }) => (
        <li key={programmeId} className={`surface ${classes.panel}`}>
          <Title order={2} size="h3">
            <Link to={hrefOf(programmeId)} className={classes.tappable}>
              {name}
            </Link>
          </Title>
          <Text c="dimmed">{[organizationName, schoolYear, ...(isFormer ? [t('list.former')] : [])].join(' · ')}</Text>
        </li>
      ))}
    </ul>
  )
}
