import { useTranslation } from 'react-i18next'
import { ViewSwitch } from '#web/components/view-switch.tsx'

/** Where scripts do not run, a page holds so many pupils. */
export const PER_PAGE = 60

export function Pages({ count, page, addressOf }: { count: number; page: number; addressOf(page: number): string }) {
  const { t } = useTranslation('grid')
  const last = Math.ceil(count / PER_PAGE)
  if (last <= 1) return null
  const pages = Array.from({ length: last }, (_, i) => i + 1)
  return <ViewSwitch label={t('pages.label')} views={pages.map((number) => ({ to: addressOf(number), label: t('pages.page', { page: number }), isCurrent: number === page }))} />
}
