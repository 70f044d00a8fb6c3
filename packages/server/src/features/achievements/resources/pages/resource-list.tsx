import { Anchor, Badge, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Progress } from '../resource.schema.ts'
import type { ShownResource } from './present-resource.ts'
import classes from './resources.module.css'

/** What helps to get ready, on the page of a badge, for whoever may see it. */
export function ResourceList({ resources }: { resources: ShownResource[] }) {
  const { t } = useTranslation('resources')
  if (resources.length === 0) return null
  const groups = [...Map.groupBy(resources, ({ organizationName }) => organizationName)]
  return (
    <section className={classes.section} aria-labelledby="resources">
      <Title order={2} id="resources" mb={4}>
        {t('list.title')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('list.lead')}
      </Text>
      {groups.map(([name, shown]) => (
        <div key={name}>
          {groups.length > 1 && (
            <Title order={3} size="h4" mt="md" mb={4}>
              {name}
            </Title>
          )}
          <ul className={classes.list}>
            {shown.map(({ resourceId, achievementId, kind, title, hint, progress }) => (
              <li key={resourceId} className={classes.item}>
                <div className={classes.itemText}>
                  <Anchor component={Link} to={`/achievements/${achievementId}/resources/${resourceId}`} fw={600}>
                    {title}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {t(`kind.${kind}`)}
                    {hint && ` · ${hint}`}
                  </Text>
                </div>
                <ProgressMark progress={progress} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

export function ProgressMark({ progress }: { progress: Progress }) {
  const { t } = useTranslation('resources')
  if (!progress) return null
  return (
    <Group gap={4} wrap="nowrap">
      <Badge variant="light" color={progress === 'done' ? 'teal' : 'gray'} tt="none" size="lg" fw={500} c="var(--mantine-color-text)">
        {t(`progress.${progress}`)}
      </Badge>
    </Group>
  )
}
