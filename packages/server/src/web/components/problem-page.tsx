import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function ProblemPage({ status, title, advice }: { status: number; title: string; advice: string }) {
  const { t } = useTranslation()
  return (
    <Container size="xs" py={80} component="main" id="main">
      <title>{`${title} · BOAT`}</title>
      <Stack gap="md">
        <Text c="dimmed" fw={600}>
          {status}
        </Text>
        <Title order={1}>{title}</Title>
        <Text>{advice}</Text>
        <div>
          <Button component="a" href="/">
            {t('problem.home')}
          </Button>
        </div>
      </Stack>
    </Container>
  )
}
