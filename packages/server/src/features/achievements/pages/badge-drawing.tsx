import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { readDesign, type Values } from '../achievement-form.schema.ts'
import { drawBadge } from '../design/draw-badge.ts'

/** The badge that the form describes, drawn here and now; the server draws the very same when it is saved. */
export function BadgeDrawing({ values, size }: { values: Values; size: number }) {
  const { t } = useTranslation('achievements')
  const design = readDesign(values)
  const key = JSON.stringify(design)
  const source = useMemo(() => key && `data:image/svg+xml,${encodeURIComponent(drawBadge(JSON.parse(key), { title: '' }))}`, [key])
  if (!source) return <p>{t('image.cannot_draw')}</p>
  return <img src={source} alt={values['imageAlt.fr'] || t('image.preview')} width={size} height={size} />
}
