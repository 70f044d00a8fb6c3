import { Anchor, Button, Checkbox, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { inPlace } from '../../browser/form-rows.ts'
import type { Choices } from './choices.ts'
import classes from './programmes.module.css'

type Props = {
  badges: Choices['badges']
  /** All of them as they stand on the page, and those that are ticked. */
  places: readonly string[]
  chosen: readonly string[]
  error: string | undefined
  onTick: (id: string) => void
  onRaise: (id: string) => void
}

export function BadgeChoices({ badges, places, chosen, error, onTick, onRaise }: Props) {
  const { t } = useTranslation('practice')
  const { slug } = useParams()
  const known = new Map(badges.map((badge) => [badge.achievementId, badge]))
  return (
    <fieldset className={classes.fieldset} aria-describedby={error ? 'badges-error' : undefined}>
      <legend className={classes.legend}>{t('form.badges')}</legend>
      <Text c="dimmed" mb="sm" maw="44rem">
        {t('form.badges_help')}
      </Text>
      {error && (
        <Text c="var(--mantine-color-error)" mb="sm" id="badges-error">
          {error}
        </Text>
      )}
      {badges.length === 0 && (
        <Text maw="44rem">
          {t('form.no_badges')}{' '}
          <Anchor component={Link} to={`/organizations/${slug}/library`} inherit>
            {t('form.to_library')}
          </Anchor>
        </Text>
      )}
      <ol className={`surface ${classes.list} ${classes.rows}`}>
        {places.map((id) => {
          const badge = known.get(id)
          if (!badge) return null
          const place = chosen.indexOf(id)
          return (
            <li key={id} className={classes.badgeRow}>
              <Checkbox
                name={`badge.${id}`}
                size="md"
                checked={place >= 0}
                onChange={() => onTick(id)}
                label={
                  <span className={classes.badgeLabel}>
                    <BadgeImage imageId={badge.imageId} alt="" size={40} />
                    <span>
                      {badge.name}
                      {badge.author && <small className={classes.quiet}>{t('form.adopted_from', { name: badge.author })}</small>}
                    </span>
                  </span>
                }
              />
              {place > 0 && (
                <Button
                  type="submit"
                  name="intent"
                  value={`raise-badge:${id}`}
                  variant="subtle"
                  size="sm"
                  aria-label={t('form.raise_named', { name: badge.name })}
                  onClick={inPlace(({ currentTarget }) => {
                    // The first has no such button any more.
                    if (place === 1) currentTarget.closest('li')?.querySelector('input')?.focus()
                    onRaise(id)
                  })}
                >
                  {t('form.raise')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}
