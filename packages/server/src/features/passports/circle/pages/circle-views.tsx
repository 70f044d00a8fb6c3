import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ViewSwitch } from '#web/components/view-switch.tsx'

const VIEWS = [
  { key: 'structures', to: '/me/circle' },
  { key: 'news', to: '/me/circle/news' },
  { key: 'follow', to: '/me/circle/follow' },
] as const

export function CircleViews() {
  const { t } = useTranslation('circle')
  const { pathname } = useLocation()
  return <ViewSwitch label={t('views.label')} views={VIEWS.map(({ key, to }) => ({ to, label: t(`views.${key}`), isCurrent: pathname === to }))} />
}
