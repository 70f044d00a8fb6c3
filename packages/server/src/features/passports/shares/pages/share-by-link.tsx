import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** On the page of a badge: the form of a link that shows it. */
export function ShareByLink({ badgeId }: { badgeId: string }) {
  const { t } = useTranslation('shares')
  return (
    <Anchor component={Link} to={`/me/shares/new?badge=${badgeId}`} display="inline-flex" mih="2.75rem" style={{ alignItems: 'center' }}>
      {t('share_by_link')}
    </Anchor>
  )
}
