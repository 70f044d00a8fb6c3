import { useTranslation } from 'react-i18next'
import { ViewSwitch } from '#web/components/view-switch.tsx'

/** Where scripts do not run, and before they do: two classes, or fewer where there are many badges. */
export const rowsAPage = (badges: number): number => Math.max(12, Math.min(60, Math.floor(500 / Math.max(1, badges))))

export function Pages({ count, page, addressOf }: { count: number; page: number; addressOf(page: number): string }) {
  const { t } = useTranslation('grid')
  if (count <= 1) return null
  const pages = Array.from({ length: count }, (_, i) => i + 1)
  return <ViewSwitch label={t('pages.label')} views={pages.map((number) => ({ to: addressOf(number), label: t('pages.page', { page: number }), isCurrent: number === page }))} />
}
