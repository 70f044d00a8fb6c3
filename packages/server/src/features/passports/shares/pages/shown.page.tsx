import { Anchor, Container, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type MetaArgs, useLoaderData } from 'react-router'
import { Notice } from '#web/components/notice.tsx'
import { Over } from './over.tsx'
import type { loader } from './shown.server.ts'
import { ShownView } from './shown-view.tsx'

export { loader } from '#features/passports/shares/pages/shown.server.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>
type Open = Extract<Data, { isOpen: true }>

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  const page = loaderData as Data | undefined
  if (!page) return []
  const sealed = [{ title: `${page.title} · BOAT` }, { name: 'robots', content: 'noindex, nofollow' }]
  if (!page.isOpen) return sealed
  return [
    ...sealed,
    { name: 'description', content: page.summary },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: 'BOAT' },
    { property: 'og:title', content: page.title },
    { property: 'og:description', content: page.summary },
    { property: 'og:url', content: page.url },
    { property: 'og:image', content: `${page.url}/card.png` },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { property: 'og:image:alt', content: page.title },
    { property: 'og:locale', content: page.locale === 'fr' ? 'fr_FR' : 'en_GB' },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}

export default function Shown() {
  const page = useLoaderData<typeof loader>()
  return page.isOpen ? <Open page={page} /> : <Over />
}

function Open({ page }: { page: Open }) {
  const { t } = useTranslation('shares')
  return (
    <Container size="lg">
      <Stack gap="lg">
        {page.manage && (
          <Notice kind="info">
            {t('shown.mine')}{' '}
            <Anchor component={Link} to={page.manage}>
              {t('shown.manage')}
            </Anchor>
          </Notice>
        )}
        <ShownView view={page.view} order={1} />
        <Text size="sm" c="dimmed" component="footer">
          {page.isInterview ? t('shown.interview') : page.until ? t('shown.until', { date: page.until }) : ''} {t('shown.nobody_counts')}
        </Text>
      </Stack>
    </Container>
  )
}
