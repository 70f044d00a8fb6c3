import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '#web/components/notice.tsx'

/** On the first page of whoever sits on a jury that is open. */
export function SeatNotice({ count }: { count: number }) {
  const { t } = useTranslation('organizations')
  return (
    <Notice kind="info" mb="lg">
      {t('home.seats', { count })} <Link to="/me/juries">{t('home.seats_open')}</Link>
    </Notice>
  )
}
