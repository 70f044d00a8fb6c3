import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ViewSwitch } from '#web/components/view-switch.tsx'

/** Below the address of the programme; the words are `practice:views.<key>`. */
const VIEWS = [
  { key: 'home', path: '' },
  { key: 'lesson', path: '/lesson' },
  { key: 'grid', path: '/grid' },
  { key: 'glance', path: '/glance' },
  { key: 'booklets', path: '/booklets' },
  { key: 'helping', path: '/helping' },
] as const

/** The pages of one programme, above each of them. */
export function ProgrammeViews({ here }: { here: string }) {
  const { t } = useTranslation('practice')
  const { pathname } = useLocation()
  return <ViewSwitch label={t('views.label')} views={VIEWS.map(({ key, path }) => ({ to: here + path, label: t(`views.${key}`), isCurrent: pathname === here + path }))} />
}
