import { Anchor, Button, Checkbox, NativeSelect, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { type DraftBlock, fold } from '../folio-form.schema.ts'
import classes from './composer.module.css'
import type { Composing } from './composer.tsx'
import type { Choice } from './edit-folio.server.ts'

type Props = { block: Extract<DraftBlock, { kind: 'badges' }>; composing: Composing }

/** The badges of a block: those that were chosen, in their order, or all of them to choose from. One list is open at a time, so that three hundred stay light. */
export function BadgesFields({ block, composing }: Props) {
  const { t } = useTranslation('folios')
  const { id, layout, withSentences } = block
  const { badges, picker } = composing
  if (badges.length === 0)
    return (
      <Text>
        {t('badges.none')}{' '}
        <Anchor component={Link} to="/me/badges" inherit>
          {t('badges.to_collection')}
        </Anchor>
      </Text>
    )
  return (
    <div className={classes.stack}>
      {picker === id ? <Picker block={block} composing={composing} /> : <Chosen block={block} composing={composing} />}
      <div className={classes.ways}>
        <NativeSelect
          name={`layout.${id}`}
          label={t('badges.layout')}
          defaultValue={layout}
          data={(['gallery', 'list'] as const).map((value) => ({ value, label: t(`badges.layouts.${value}`) }))}
        />
        <Checkbox name={`sentences.${id}`} value="on" size="md" label={t('badges.sentences')} description={t('badges.sentences_help')} defaultChecked={withSentences} />
      </div>
    </div>
  )
}

function Chosen({ block: { id, badgeIds }, composing: { badges, act, open } }: Props) {
  const { t } = useTranslation('folios')
  const known = new Map(badges.map((badge) => [badge.badgeId, badge]))
  const chosen = badgeIds.flatMap((badgeId) => known.get(badgeId) ?? [])
  return (
    <div data-chosen="">
      {chosen.length === 0 && <Text mb="sm">{t('badges.empty')}</Text>}
      {chosen.length > 0 && (
        <ul className={classes.chosen}>
          {chosen.map((badge, place) => (
            <li key={badge.badgeId}>
              <input type="hidden" name={`badge.${id}.${badge.badgeId}`} value="on" />
              <BadgeLabel badge={badge} />
              <span className={classes.tools}>
                {place > 0 && (
                  <button
                    type="submit"
                    name="intent"
                    value={`first:${id}.${badge.badgeId}`}
                    formAction={`#block-${id}`}
                    className={classes.tool}
                    title={t('badges.first_short')}
                    aria-label={t('badges.first', { name: badge.name })}
                    onClick={act(`first:${id}.${badge.badgeId}`)}
                  >
                    <span aria-hidden="true">⇤</span>
                  </button>
                )}
                <button
                  type="submit"
                  name="intent"
                  value={`drop:${id}.${badge.badgeId}`}
                  formAction={`#block-${id}`}
                  className={classes.tool}
                  title={t('badges.drop_short')}
                  aria-label={t('badges.drop', { name: badge.name })}
                  onClick={act(`drop:${id}.${badge.badgeId}`)}
                >
                  <span aria-hidden="true">✕</span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Button type="submit" name="intent" value={`choose:${id}`} formAction={`#block-${id}`} variant={chosen.length === 0 ? 'light' : 'default'} onClick={open(id)}>
        {t('badges.choose', { count: chosen.length })}
      </Button>
    </div>
  )
}

function Picker({ block: { id, badgeIds }, composing: { badges, q: asked, open, setBadges } }: Props) {
  const { t } = useTranslation('folios')
  const [q, setQ] = useState(asked)
  // Those of the block first, in its order; ticking leaves a badge where it is, so that nothing jumps away under a finger.
  const [places] = useState(() => {
    const known = new Map(badges.map((badge) => [badge.badgeId, badge]))
    return [...new Set([...badgeIds.flatMap((badgeId) => known.get(badgeId) ?? []), ...badges.filter(({ isShown }) => isShown)])]
  })
  const words = fold(q)
  const isFound = (badge: Choice) => fold(`${badge.name} ${badge.issuerName}`).includes(words)
  const found = places.filter(isFound).length
  const tick = (badgeId: string) => setBadges(id, badgeIds.includes(badgeId) ? badgeIds.filter((other) => other !== badgeId) : [...badgeIds, badgeId])
  return (
    <fieldset className={classes.picker}>
      <legend className={classes.unseen}>{t('badges.legend')}</legend>
      {places.length > 8 && (
        <div className={classes.search}>
          <TextInput
            name="q"
            type="search"
            label={t('badges.search')}
            value={q}
            onChange={(event) => setQ(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            autoComplete="off"
          />
          <Button type="submit" name="intent" value="search" formAction={`#block-${id}`} variant="default" className={classes.plainOnly}>
            {t('badges.search_submit')}
          </Button>
        </div>
      )}
      <Text size="sm" role="status" mb={4}>
        {found === 0 ? t('badges.nothing', { q }) : t('badges.count', { count: badgeIds.length })}
      </Text>
      <ul className={classes.choices}>
        {places.map((badge) => {
          const isTicked = badgeIds.includes(badge.badgeId)
          return (
            // A badge that was ticked goes with the form even where the search hides it.
            <li key={badge.badgeId} hidden={!isFound(badge)}>
              <Checkbox name={`badge.${id}.${badge.badgeId}`} value="on" size="md" checked={isTicked} onChange={() => tick(badge.badgeId)} label={<BadgeLabel badge={badge} />} />
            </li>
          )
        })}
      </ul>
      <Button type="submit" name="intent" value="chosen" formAction={`#block-${id}`} variant="light" mt="sm" onClick={open('')}>
        {t('badges.done')}
      </Button>
    </fieldset>
  )
}

function BadgeLabel({ badge }: { badge: Choice }) {
  const { t } = useTranslation('folios')
  return (
    <span className={classes.badge}>
      <BadgePicture badge={badge} size={40} isNamed />
      <span>
        {badge.name}
        <small>{badge.isShown ? badge.issuerName : t('badges.left_out')}</small>
      </span>
    </span>
  )
}
