import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export default function Home() {
  const { t } = useTranslation()
  return (
    <Container size="md">
      <Stack gap="lg" py="xl">
        <Title order={1}>{t('home.title')}</Title>
        <Text size="lg">{t('home.lead')}</Text>
        <Group>
          <Button component={Link} to="/sign-in">
            {t('shell.sign_in')}
          </Button>
          <Button component={Link} to="/verify" variant="default">
            {t('shell.verify')}
          </Button>
        </Group>
      </Stack>
    </Container>
  )
}
