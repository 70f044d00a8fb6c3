import { useTranslation } from 'react-i18next'
import classes from './attachments.module.css'

type Attachment = { attachmentId: string; fileName: string; isPhoto: boolean; alt: string }

/** Photos as thumbnails that open, files as names that download. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation('nominations')
  if (attachments.length === 0) return null
  return (
    <ul className={classes.list}>
      {attachments.map(({ attachmentId, fileName, isPhoto, alt }) => (
        <li key={attachmentId}>
          {isPhoto ? (
            <a href={`/attachments/${attachmentId}`} className={classes.photo}>
              <img src={`/attachments/${attachmentId}?size=thumbnail`} alt={alt || t('attachment.photo')} loading="lazy" />
            </a>
          ) : (
            <a href={`/attachments/${attachmentId}`} className={classes.file} download={fileName}>
              {alt || fileName}
              <span>{t('attachment.pdf')}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
