import { Anchor, Container, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type MetaArgs, useLoaderData } from 'react-router'
import { Over } from './over.tsx'
import type { loader } from './shown-badge.server.ts'
import { ShownBadge } from './shown-badge.tsx'

export { loader } from '#features/passports/shares/pages/shown-badge.server.ts'

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [
  { title: `${(loaderData as { title?: string } | undefined)?.title ?? ''} · BOAT` },
  { name: 'robots', content: 'noindex, nofollow' },
]

export default function ShownBadgePage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('shares')
  if (!page.isOpen) return <Over />
  return (
    <Container size="md">
      <Stack gap="md">
        <div>
          <Anchor component={Link} to={page.back} size="sm" display="inline-flex" mih="2.75rem" style={{ alignItems: 'center' }}>
            ← {t('shown.back', { name: page.personName })}
          </Anchor>
        </div>
        <ShownBadge badge={page.badge} personName={page.personName} order={1} />
        <Text size="sm" c="dimmed" component="footer">
          {t('shown.nobody_counts')}
        </Text>
      </Stack>
    </Container>
  )
}
