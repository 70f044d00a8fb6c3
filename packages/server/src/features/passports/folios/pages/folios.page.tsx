import { Button, Container, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import { STARTS } from '../folio.schema.ts'
import classes from './folios.module.css'
import type { action, loader } from './folios.server.ts'

export { action, loader } from '#features/passports/folios/pages/folios.server.ts'
export const meta = titled

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Folios() {
  const { folios, isProtected } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('folios')
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <DoneNotice slice="folios" />
      <FormProblem result={result} slice="folios" />
      {folios.length > 0 && (
        <ul className={classes.folios} aria-label={t('list.title')}>
          {folios.map((folio) => (
            <FolioCard key={folio.folioId} folio={folio} isProtected={isProtected} />
          ))}
        </ul>
      )}
      <Starts isFirst={folios.length === 0} />
      {isProtected && (
        <Text mt="xl" maw="44rem">
          {t('list.protected')}
        </Text>
      )}
    </Container>
  )
}

function FolioCard({ folio, isProtected }: { folio: Data['folios'][number]; isProtected: boolean }) {
  const { t } = useTranslation('folios')
  const to = `/me/folios/${folio.folioId}`
  return (
    <li className={`surface ${classes.card}`}>
      <div className={classes.faces} aria-hidden="true">
        {folio.badges.length > 0 ? folio.badges.map((badge) => <BadgePicture key={badge.badgeId} badge={badge} size={56} />) : <span className={classes.sheet} />}
      </div>
      <Title order={2} size="h3">
        <Link to={to} className={classes.cover}>
          {folio.title}
        </Link>
      </Title>
      {folio.introduction && (
        <Text size="sm" lineClamp={2}>
          {folio.introduction}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('list.changed_on', { date: folio.changedOn })}
        {!isProtected && <> · {t(folio.openShares > 0 ? 'list.shown' : 'list.private', { count: folio.openShares })}</>}
      </Text>
      <Button component={Link} to={`${to}/edit`} variant="default" className={classes.above} aria-label={t('list.edit_named', { title: folio.title })}>
        {t('list.edit')}
      </Button>
    </li>
  )
}

/** What a page may begin as: each is one button, so that nobody begins with nothing. */
function Starts({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('folios')
  return (
    <section aria-labelledby="starts" className={classes.begin}>
      <Title order={2} id="starts" mb={4}>
        {t(isFirst ? 'starts.first' : 'starts.another')}
      </Title>
      <Text c="dimmed" mb="md" maw="44rem">
        {t(isFirst ? 'starts.first_lead' : 'starts.another_lead')}
      </Text>
      <Form method="post">
        <ul className={classes.starts}>
          {STARTS.map((start) => (
            <li key={start}>
              <button type="submit" name="start" value={start} className={`surface ${classes.start}`}>
                <Sketch start={start} />
                <span className={classes.startName}>{t(`starts.${start}.name`)}</span>
                <span className={classes.startHelp}>{t(`starts.${start}.help`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  )
}

/** A page of that kind, seen from afar. */
function Sketch({ start }: { start: (typeof STARTS)[number] }) {
  return (
    <svg viewBox="0 0 96 64" className={classes.sketch} aria-hidden="true">
      <rect x="1" y="1" width="94" height="62" rx="6" className={classes.paper} />
      <rect x="12" y="10" width="44" height="6" rx="3" className={classes.ink} />
      {start === 'internship' && (
        <>
          <path d="M12 24h72M12 30h60" className={classes.line} />
          {[42, 54].map((y) => (
            <g key={y}>
              <circle cx="17" cy={y} r="4.5" className={classes.disc} />
              <path d={`M28 ${y - 2}h44M28 ${y + 3}h30`} className={classes.line} />
            </g>
          ))}
        </>
      )}
      {start === 'commitments' && (
        <>
          {[20, 40, 60, 80].map((x) => (
            <circle key={x} cx={x - 2} cy="30" r="7" className={classes.disc} />
          ))}
          <rect x="12" y="43" width="34" height="14" rx="3" className={classes.photo} />
          <path d="M52 46h32M52 51h24" className={classes.line} />
        </>
      )}
    </svg>
  )
}
