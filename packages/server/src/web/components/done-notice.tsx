import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Notice } from './notice.tsx'

/** After a redirect with `?done=key`: the sentence `<slice>:done.<key>`, read out by screen readers. */
export function DoneNotice({ slice }: { slice: string }) {
  const [search] = useSearchParams()
  const { t, i18n } = useTranslation()
  const key = `${slice}:done.${search.get('done')}`
  if (!search.has('done') || !i18n.exists(key)) return null
  return (
    <Notice kind="success" mb="md">
      {t(key)}
    </Notice>
  )
}
