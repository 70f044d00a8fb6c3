import { Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './organizations.module.css'

/** On the first page of everybody who belongs there: the way to propose somebody, and to what became of it. */
export function ProposePanel({ slug, isMain = false, voicesToRead = 0 }: { slug: string; isMain?: boolean; voicesToRead?: number }) {
  const { t } = useTranslation('organizations')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="propose">
      <Title order={2} id="propose" mb={4}>
        {t('propose.title')}
      </Title>
      <Text mb="md" maw="42rem">
        {t('propose.help')}
      </Text>
      <Group gap="sm">
        {voicesToRead > 0 && (
          <Button component={Link} to={`/organizations/${slug}/nominations`}>
            {t('propose.to_read', { count: voicesToRead })}
          </Button>
        )}
        <Button component={Link} to={`/organizations/${slug}/nominations/new`} variant={isMain ? 'filled' : 'default'}>
          {t('propose.title')}
        </Button>
        <Button component={Link} to="/me/nominations" variant="default">
          {t('propose.mine')}
        </Button>
      </Group>
    </section>
  )
}
