import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, useLocation, useRouteError } from 'react-router'

const KNOWN: Record<number, string> = { 403: 'not_allowed', 404: 'not_found', 429: 'too_many_requests' }

/** What a route's loader, action or component threw, in words. */
export function RouteProblem() {
  const error = useRouteError()
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  if (isLineDown(error)) return <NoLine again={pathname + search} />
  const status = isRouteErrorResponse(error) ? error.status : 500
  const key = KNOWN[status] ?? 'internal_error'
  const title = t(`problem.${key}.title`)
  return (
    <Container size="xs" py={64}>
      <title>{`${title} · BOAT`}</title>
      <Stack gap="md">
        <Text c="dimmed" fw={600}>
          {status}
        </Text>
        <Title order={1}>{title}</Title>
        <Text>{t(`problem.${key}.advice`)}</Text>
        <div>
          <Button component="a" href="/">
            {t('problem.home')}
          </Button>
        </div>
      </Stack>
    </Container>
  )
}

/** What browsers throw when nothing could be fetched. */
const isLineDown = (error: unknown) => error instanceof TypeError && typeof navigator !== 'undefined' && navigator.onLine === false

/** The page was asked for without a line: asked for as a whole, it may be one that this device keeps. */
function NoLine({ again }: { again: string }) {
  const { t } = useTranslation()
  return (
    <Container size="xs" py={64}>
      <title>{`${t('offline.title')} · BOAT`}</title>
      <Stack gap="md">
        <Title order={1}>{t('offline.title')}</Title>
        <Text>{t('offline.advice')}</Text>
        <div>
          <Button component="a" href={again}>
            {t('offline.again')}
          </Button>
        </div>
      </Stack>
    </Container>
  )
}
