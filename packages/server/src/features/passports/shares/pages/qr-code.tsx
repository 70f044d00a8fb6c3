import { useTranslation } from 'react-i18next'
import classes from './shares.module.css'

export type Qr = { size: number; path: string }

/** Black on white by day and by night: a camera reads nothing else. */
export function QrCode({ qr, isBig }: { qr: Qr; isBig?: boolean }) {
  const { t } = useTranslation('shares')
  return (
    <svg className={isBig ? classes.bigQr : classes.qr} viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`} role="img" aria-label={t('qr')} shapeRendering="crispEdges">
      <rect x="-2" y="-2" width={qr.size + 4} height={qr.size + 4} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  )
}
