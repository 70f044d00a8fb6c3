import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './endorsement-card.module.css'

export type PresentedEndorsement = {
  id: string
  kind: 'signed' | 'word'
  name: string
  function: string
  isStructure: boolean
  relation: string
  comment: string
  signedOn: string
  isShown: boolean
  withdrawnOn: string | null
  withdrawalReason: string
  /** Of its own page, with the signed document; a word has none. */
  path: string | null
}

/** What somebody said of a badge, and who they are. */
export function EndorsementCard({ endorsement, children }: { endorsement: PresentedEndorsement; children?: ReactNode }) {
  const { t } = useTranslation('endorsements')
  const { comment, relation, name, kind, signedOn, path, withdrawnOn, withdrawalReason } = endorsement
  return (
    <figure className={classes.card} data-withdrawn={withdrawnOn !== null}>
      <blockquote className={classes.comment}>{comment}</blockquote>
      <figcaption className={classes.who}>
        <strong>{name}</strong>
        {endorsement.function && <span>{endorsement.function}</span>}
        <span className={classes.relation}>{t('card.relation', { relation })}</span>
        <span className={classes.mark} data-kind={kind}>
          {kind === 'signed' ? <span aria-hidden="true">✓ </span> : null}
          {t(`card.${kind}`, { date: signedOn })}
        </span>
        {withdrawnOn && <span>{t('card.withdrawn', { date: withdrawnOn, reason: withdrawalReason })}</span>}
        {path && !withdrawnOn && (
          <Link to={path} className={classes.link}>
            {t('card.document')}
          </Link>
        )}
      </figcaption>
      {children}
    </figure>
  )
}
