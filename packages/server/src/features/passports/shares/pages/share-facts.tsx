import { useTranslation } from 'react-i18next'
import type { PresentedShare } from './present-share.ts'
import classes from './shares.module.css'

/** What an address shows, how it is used, until when. */
export function Facts({ share }: { share: PresentedShare }) {
  const { t } = useTranslation('shares')
  const { shows, scope } = share
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('facts.shows')}</dt>
        <dd>
          {scope === 'badges'
            ? t('facts.badges', { count: shows.length, names: `${shows.slice(0, 3).join(', ')}${shows.length > 3 ? '…' : ''}` })
            : t(`facts.${scope}`, { title: shows[0] })}
        </dd>
      </div>
      <div>
        <dt>{t('facts.use')}</dt>
        <dd>{t(`purpose.${share.purpose}.short`)}</dd>
      </div>
      <div>
        <dt>{t('facts.until')}</dt>
        <dd>{share.endsAt ? t('facts.at', { time: share.endsAt.time, minutes: share.endsAt.minutes }) : (share.endsOn ?? t('facts.no_end'))}</dd>
      </div>
    </dl>
  )
}
