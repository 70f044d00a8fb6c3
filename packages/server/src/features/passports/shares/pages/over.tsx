import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** Closed, over or never there: it says nothing of anybody, and what to do. */
export function Over() {
  const { t } = useTranslation('shares')
  return (
    <Container size="xs" py={{ base: 'md', sm: 60 }}>
      <Stack gap="md">
        <Title order={1}>{t('over.title')}</Title>
        <Text>{t('over.sentence')}</Text>
        <Text>{t('over.advice')}</Text>
        <div>
          <Button component={Link} to="/verify" variant="default">
            {t('over.verify')}
          </Button>
        </div>
      </Stack>
    </Container>
  )
}
