import { Anchor, List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BadgeImage } from '#web/components/badge-image.tsx'
import type { PublishCheck } from '../achievement.schema.ts'
import type { Values } from '../achievement-form.schema.ts'
import { NoImage } from './achievement-body.tsx'
import classes from './achievements.module.css'
import { BadgeDrawing } from './badge-drawing.tsx'

/** The badge as it looks now, beside the form; and what is missing in what was last saved. */
export function DraftAside({ values, missing }: { values: Values; missing: PublishCheck[] }) {
  const { t } = useTranslation('achievements')
  return (
    <aside className={classes.aside} aria-label={t('edit.aside')}>
      <Stack className="surface" p="lg" align="center" gap="sm" ta="center">
        {values.imageSource === 'draw' ? (
          <BadgeDrawing values={values} size={208} />
        ) : values.imageId ? (
          <BadgeImage imageId={values.imageId} alt={values['imageAlt.fr'] || t('edit.aside')} size={208} />
        ) : (
          <NoImage size={208} />
        )}
        <Text fw={650}>{values['name.fr'] || t('list.unnamed')}</Text>
        <Text size="sm" c="dimmed" lineClamp={4}>
          {values['description.fr']}
        </Text>
      </Stack>
      {missing.length > 0 && (
        <div>
          <Text fw={600} mt="md" mb={4}>
            {t('edit.missing')}
          </Text>
          <List size="sm" spacing={4}>
            {missing.map((check) => (
              <List.Item key={check}>
                <Anchor href={`#${check}`} inherit>
                  {t(`inner.missing.${check}`)}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </aside>
  )
}
