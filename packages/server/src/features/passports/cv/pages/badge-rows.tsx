import { Button, Checkbox, Text, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import classes from './cv-form.module.css'
import type { EditedCv, Fields } from './cv-form.tsx'
import { Section } from './form-section.tsx'
import { RowButtons } from './row-buttons.tsx'

type Badge = EditedCv['badges'][number]

/** The badges that stand on the CV, in order and with a sentence; below, the others of the passport to choose from. */
export function BadgeRows({ draft, press, error, badges, waiting }: Fields & { badges: Badge[]; waiting: number }) {
  const { t } = useTranslation('cv')
  const known = new Map(badges.map((badge) => [badge.badgeId, badge]))
  const there = new Set(draft.badges.map(({ values }) => values['id']))
  return (
    <Section title={t('edit.badges.title')} help={t('edit.badges.help')}>
      <ol className={classes.rows}>
        {draft.badges.map(({ key, values }, index) => {
          const badge = known.get(values['id'] ?? '')
          return (
            badge && (
              <li key={key}>
                <fieldset className={classes.row}>
                  <legend className={classes.unseen}>{badge.name}</legend>
                  <input type="hidden" name={`badges.${index}.key`} value={key} />
                  <input type="hidden" name={`badges.${index}.id`} value={badge.badgeId} />
                  <Named badge={badge} size={48} />
                  {!badge.isShowable && <Text c="var(--mantine-color-error)">{t('edit.badges.not_shown')}</Text>}
                  <Textarea
                    name={`badges.${index}.sentence`}
                    defaultValue={values['sentence']}
                    error={error(`content.sentences.${badge.badgeId}`)}
                    label={t('edit.badges.sentence')}
                    rows={2}
                    maxLength={500}
                  />
                  <RowButtons list="badges" index={index} count={draft.badges.length} press={press} />
                </fieldset>
              </li>
            )
          )
        })}
      </ol>
      <Choices badges={badges.filter((badge) => badge.isShowable && !there.has(badge.badgeId))} press={press} isEmpty={badges.length === 0} />
      {waiting > 0 && (
        <Text>
          {t('edit.badges.waiting', { count: waiting })} <Link to="/me/badges">{t('edit.badges.answer')}</Link>
        </Text>
      )}
    </Section>
  )
}

const Named = ({ badge, size }: { badge: Badge; size: number }) => (
  <span className={classes.named}>
    <BadgePicture badge={badge} size={size} isNamed />
    <span>
      <strong>{badge.name}</strong>
      <span className={classes.issuer}>{badge.issuerName}</span>
    </span>
  </span>
)

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function Choices({ badges, press, isEmpty }: { badges: Badge[]; press: Fields['press']; isEmpty: boolean }) {
  const { t } = useTranslation('cv')
  const [wanted, setWanted] = useState('')
  const [isScripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  if (badges.length === 0) return isEmpty ? <Text id="add-badges">{t('edit.badges.none')}</Text> : <span id="add-badges" tabIndex={-1} />
  return (
    <details className={classes.choices_of_badges}>
      <summary id="add-badges">{t('edit.badges.choose', { count: badges.length })}</summary>
      {isScripted && badges.length > 8 && (
        <TextInput
          type="search"
          label={t('edit.badges.find')}
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          mb="sm"
        />
      )}
      <ul className={classes.list}>
        {badges.map((badge) => (
          // Hidden, not gone: what is ticked stays ticked.
          <li key={badge.badgeId} hidden={!plain(`${badge.name} ${badge.issuerName}`).includes(plain(wanted.trim()))}>
            <Checkbox name="ticked" value={badge.badgeId} label={<Named badge={badge} size={40} />} className={classes.tick} />
          </li>
        ))}
      </ul>
      <Button type="submit" name="intent" value="add-badges" formAction="?#add-badges" variant="default" onClick={press('add-badges', '#add-badges')}>
        {t('edit.badges.add')}
      </Button>
    </details>
  )
}
