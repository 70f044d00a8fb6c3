import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'

/** From page to page of a long list, with everything else of the address kept. */
export function PageLinks({ page, pageCount }: { page: number; pageCount: number }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  if (pageCount <= 1) return null
  const to = (number: number) => {
    const query = new URLSearchParams(search)
    query.delete('done')
    query.set('page', String(number))
    return `?${query}`
  }
  return (
    <Group component="nav" aria-label={t('web:pages.label')} justify="center" mt="md">
      {page > 1 && (
        <Button component={Link} to={to(page - 1)} variant="default" rel="prev">
          {t('web:pages.previous')}
        </Button>
      )}
      <Text>{t('web:pages.position', { page, pageCount })}</Text>
      {page < pageCount && (
        <Button component={Link} to={to(page + 1)} variant="default" rel="next">
          {t('web:pages.next')}
        </Button>
      )}
    </Group>
  )
}
