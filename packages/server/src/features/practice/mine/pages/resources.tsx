import { Anchor, Badge, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BadgeData } from './badge-data.ts'
import classes from './mine.module.css'

/** From there one comes back here. */
export const resourceAddress = ({ achievementId, programmeId }: Pick<BadgeData, 'achievementId' | 'programmeId'>, resourceId: string) =>
  `/achievements/${achievementId}/resources/${resourceId}?programme=${programmeId}`

/** Exercises, films, booklets and pages elsewhere: seen, tried, done. */
export function Resources({ data }: { data: BadgeData }) {
  const { t } = useTranslation()
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="resources">
      <Title order={2} id="resources" tabIndex={-1}>
        {t('mine:resources.title')}
      </Title>
      {data.resources.length === 0 ? (
        <Text c="dimmed" mt="xs">
          {t('mine:resources.none')}
        </Text>
      ) : (
        <ul className={classes.lines}>
          {data.resources.map(({ resourceId, kind, title, hint, progress }) => (
            <li key={resourceId} className={classes.line}>
              <div>
                <Anchor component={Link} to={resourceAddress(data, resourceId)} fw={600}>
                  {title}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {t(`resources:kind.${kind}`)}
                  {hint && ` · ${hint}`}
                </Text>
              </div>
              {progress && (
                <Badge variant="light" color={progress === 'done' ? 'teal' : 'gray'} tt="none" size="lg" fw={500} c="var(--mantine-color-text)">
                  {t(`resources:progress.${progress}`)}
                </Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
