import { Button, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import classes from './ceremonies.module.css'
import type { CeremonyPageData } from './ceremony.page.tsx'
import { StateMark } from './state-mark.tsx'

type Group = CeremonyPageData['classes'][number]
type Props = { group: Group; page: CeremonyPageData; isOpen: boolean; isFirst: boolean; isLast: boolean }

/** A class as it comes on the stage. Its order, and that of its people, is changed by buttons: a finger, a keyboard, no script. */
export function ClassSection({ group, page, isOpen, isFirst, isLast }: Props) {
  const { t } = useTranslation('ceremonies')
  const { className, people, count } = group
  const label = className || t('no_class')
  const id = `class-${className || 'none'}`.replace(/\s+/g, '-')
  const isArranged = isOpen && page.filter === null
  return (
    <section className={`surface ${classes.class}`} aria-labelledby={id}>
      <div className={classes.classHead}>
        <Title order={2} id={id}>
          {label}{' '}
          <Text component="span" c="dimmed" fw={400}>
            {t('people', { count })}
          </Text>
        </Title>
        {isArranged && (
          <Form method="post" preventScrollReset className={classes.moves}>
            {!isFirst && <Move intent={`class-up:${className}`} label={t('move.class_up', { name: label })} sign="↑" />}
            {!isLast && <Move intent={`class-down:${className}`} label={t('move.class_down', { name: label })} sign="↓" />}
          </Form>
        )}
      </div>
      {isArranged && <HandedBy group={group} />}
      <ol className={classes.list}>
        {people.map((person, index) => (
          <li key={person.recipientId} id={`r-${person.recipientId}`} className={classes.person}>
            <BadgeImage imageId={person.badge.imageId} alt="" size={48} />
            <div>
              <Link to={`${page.home}/recipients/${person.recipientId}`} className={classes.name}>
                {person.name}
              </Link>
              <p className={classes.notes}>{notesOf(t, person, group.handedBy)}</p>
              {person.citation && <p className={classes.quote}>{t('quote', { text: person.citation })}</p>}
            </div>
            <div className={classes.ends}>
              {person.presence !== 'expected' && <StateMark of="presence" state={person.presence} />}
              {person.outcome === 'failed' && <StateMark of="outcome" state="failed" />}
              {isArranged && (
                <Form method="post" preventScrollReset className={classes.moves}>
                  {index > 0 && <Move intent={`person-up:${person.recipientId}`} label={t('move.person_up', { name: person.name })} sign="↑" />}
                  {index < people.length - 1 && <Move intent={`person-down:${person.recipientId}`} label={t('move.person_down', { name: person.name })} sign="↓" />}
                </Form>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

const notesOf = (t: (key: string, values?: Record<string, string>) => string, person: Group['people'][number], classHandedBy: string): string =>
  [
    person.badge.name,
    person.pronunciation && t('note.said', { text: person.pronunciation }),
    person.handedBy && person.handedBy !== classHandedBy && t('note.handed_by', { name: person.handedBy }),
    t(`note.shown_${person.shownAs}`),
    person.photo !== 'unknown' && t(`note.photo_${person.photo}`),
  ]
    .filter(Boolean)
    .join(' · ')

function Move({ intent, label, sign }: { intent: string; label: string; sign: string }) {
  return (
    <button type="submit" name="intent" value={intent} className={classes.move} aria-label={label} title={label}>
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}

function HandedBy({ group: { className, handedBy } }: { group: Group }) {
  const { t } = useTranslation('ceremonies')
  return (
    <Form method="post" preventScrollReset className={classes.inline}>
      <TextInput name="handedBy" label={t('class.handed_by', { name: className || t('no_class') })} defaultValue={handedBy} maxLength={80} size="sm" w="min(100%, 20rem)" />
      <Button type="submit" name="intent" value={`handed-by:${className}`} variant="default" size="sm">
        {t('class.handed_by_save')}
      </Button>
    </Form>
  )
}
