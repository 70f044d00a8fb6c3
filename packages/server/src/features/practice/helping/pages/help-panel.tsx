import { Button, Group, NativeSelect, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Notice } from '#web/components/notice.tsx'
import type { BadgeData } from '../../mine/pages/badge-data.ts'
import classes from './helping.module.css'

type Props = { data: BadgeData }

/** Who of the class can help, or whom one helps oneself. */
export function HelpPanel({ data }: Props) {
  const { t } = useTranslation('helping')
  const { helpers, offer, cohort } = data.helping
  const title = offer === null ? t('can_help', { count: helpers.length, cohort: cohort ?? 'none', article: articleOf(cohort) }) : t('i_help')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="help">
      <Title order={2} id="help" tabIndex={-1}>
        {title}
      </Title>
      <Open data={data} />
      {offer === null ? <Helpers data={data} /> : <Offer data={data} />}
    </section>
  )
}

/** « de la 2de 4 », « du CM2 »; other groups are simply named. */
const articleOf = (cohort: string | null) => (cohort === null ? 'none' : /^\d|^te?r?m?i?n?a?le/i.test(cohort) ? 'la' : /^c[pme]/i.test(cohort) ? 'le' : 'none')

/** What one of two noted, and the other has not answered. */
function Open({ data: { helping } }: Props) {
  const { t } = useTranslation('helping')
  return helping.open.map(({ helpId, name, isHelper, isAsked }) => (
    <Notice key={helpId} kind="info" mt="sm">
      {t(`open.${isAsked ? 'asked' : 'waiting'}.${isHelper ? 'helper' : 'helped'}`, { name })}
      {isAsked && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="helpId" value={helpId} />
          <Group gap="sm" mt="sm">
            <Button type="submit" name="answer" value="confirmed" aria-label={t('open.yes_named', { name })}>
              {t('open.yes')}
            </Button>
            <Button type="submit" name="answer" value="declined" variant="default" aria-label={t('open.no_named', { name })}>
              {t('open.no')}
            </Button>
          </Group>
        </Form>
      )}
    </Notice>
  ))
}

function Helpers({ data: { helping } }: Props) {
  const { t } = useTranslation('helping')
  const noted = new Set(helping.open.map(({ personId }) => personId))
  if (helping.helpers.length === 0) return <Text c="dimmed">{t('nobody')}</Text>
  return (
    <>
      <Text c="dimmed">{t('can_help_lead')}</Text>
      <ul className={classes.people}>
        {helping.helpers.map(({ personId, name }) => (
          <li key={personId}>
            <span className={classes.name}>{name}</span>
            {!noted.has(personId) && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="personId" value={personId} />
                <Button type="submit" name="intent" value="helped" variant="default">
                  {t('helped_me', { name })}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Offer({ data: { helping, isArchived } }: Props) {
  const { t } = useTranslation('helping')
  if (helping.offer === 'paused') return <Text>{t('offer.paused')}</Text>
  if (helping.offer === 'none')
    return (
      <Form method="post" preventScrollReset>
        <Text mb="sm">{t('offer.none')}</Text>
        {!isArchived && (
          <Button type="submit" name="intent" value="offer">
            {t('offer.begin')}
          </Button>
        )}
      </Form>
    )
  return (
    <>
      <Text>{t('offer.on')}</Text>
      {helping.progress && <p className={classes.progress}>{t(`progress.${helping.progress.state}`, { badge: helping.progress.name })}</p>}
      {helping.mates.length > 0 && <NoteHelp mates={helping.mates} />}
      <Form method="post" preventScrollReset>
        <Button type="submit" name="intent" value="stop" variant="default" mt="md">
          {t('offer.stop')}
        </Button>
      </Form>
    </>
  )
}

function NoteHelp({ mates }: { mates: BadgeData['helping']['mates'] }) {
  const { t } = useTranslation('helping')
  return (
    <Form method="post" preventScrollReset className={classes.note}>
      <NativeSelect
        name="personId"
        label={t('note.whom')}
        description={t('note.help')}
        data={[{ value: '', label: t('note.choose') }, ...mates.map(({ personId, name }) => ({ value: personId, label: name }))]}
        required
        withAsterisk={false}
      />
      <Button type="submit" name="intent" value="helper" variant="default">
        {t('note.send')}
      </Button>
    </Form>
  )
}
