import { Button, Container, NativeSelect, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import type { action, loader } from './cv.server.ts'
import { localesOf } from './cv-form.tsx'
import { CvView } from './cv-view.tsx'
import classes from './cvs.module.css'
import { SHARE_DAYS } from './share-days.schema.ts'

export { action, loader } from '#features/passports/cv/pages/cv.server.ts'
export const meta = titled

export default function OwnCv() {
  const { cv, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('cv')
  return (
    <Container size="lg">
      <div className="no-print">
        <PassportNav />
        <Link to="/me/cv">← {t('one.back')}</Link>
        <div className={classes.bar} style={{ justifyContent: 'space-between', marginBlock: '1rem' }}>
          <Text c="dimmed">{t('one.lead', { title })}</Text>
          <div className={classes.bar}>
            <Button component={Link} to={`/me/cv/${cv.cvId}/edit`}>
              {t('list.edit')}
            </Button>
            <Button component="a" href={`/me/cv/${cv.cvId}/cv.pdf`} variant="default">
              {t('list.pdf')}
            </Button>
          </div>
        </div>
        <DoneNotice slice="cv" />
        <FormProblem result={result} slice="cv" />
        {cv.leftOut.length > 0 && (
          <Notice kind="warning" title={t('one.left_out', { count: cv.leftOut.length })} mb="md">
            {cv.leftOut.map(({ name }) => name).join(', ')}
          </Notice>
        )}
      </div>
      <CvView cv={cv} />
      <div className="no-print">
        <Code />
        <More />
      </div>
    </Container>
  )
}

/** What a reader of the paper scans: nothing until its person wants it. */
function Code() {
  const { cv, share, isProtected } = useLoaderData<typeof loader>()
  const { t } = useTranslation('cv')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="code">
      <Title order={2} id="code">
        {t('share.title')}
      </Title>
      {isProtected ? (
        <Text maw="44rem">{t('share.from_fifteen')}</Text>
      ) : share ? (
        <>
          <div className={classes.shown}>
            <svg viewBox={`0 0 ${share.qr.size} ${share.qr.size}`} className={classes.qr} role="img" aria-label={t('share.qr')}>
              <path d={share.qr.path} />
            </svg>
            <div>
              <Text>{share.until ? t('share.until', { date: share.until }) : t('share.open')}</Text>
              <a href={share.address} className={classes.address}>
                {share.address}
              </a>
            </div>
          </div>
          <Form method="post" preventScrollReset>
            <Button type="submit" name="intent" value="close" variant="default">
              {t('share.close')}
            </Button>
          </Form>
        </>
      ) : (
        <>
          <Text maw="44rem">
            {t('share.help')} <Link to={`/me/shares/new?cv=${cv.cvId}`}>{t('share.other_ways')}</Link>
          </Text>
          <Form method="post" preventScrollReset>
            <div className={classes.bar} style={{ alignItems: 'flex-end' }}>
              <NativeSelect name="days" label={t('share.days')} defaultValue={SHARE_DAYS[1]} data={SHARE_DAYS.map((value) => ({ value, label: t(`share.for.${value}`) }))} />
              <Button type="submit" name="intent" value="open" variant="default">
                {t('share.add')}
              </Button>
            </div>
          </Form>
        </>
      )}
    </section>
  )
}

function More() {
  const { cv } = useLoaderData<typeof loader>()
  const { t } = useTranslation('cv')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="more">
      <Title order={2} id="more">
        {t('one.more')}
      </Title>
      <Form method="post">
        <div className={classes.bar} style={{ alignItems: 'flex-end' }}>
          <NativeSelect name="locale" label={t('one.copy_in')} defaultValue={cv.locale === 'fr' ? 'en' : 'fr'} data={localesOf(t)} />
          <Button type="submit" name="intent" value="copy" variant="default">
            {t('one.copy')}
          </Button>
        </div>
      </Form>
      <div>
        <Button component="a" href={`/me/cv/${cv.cvId}/resume.json`} download variant="default">
          {t('one.resume')}
        </Button>
        <Text size="sm" c="dimmed" mt={6} maw="44rem">
          {t('one.resume_help')}
        </Text>
      </div>
      <details className={classes.more}>
        <summary>{t('one.delete')}</summary>
        <Text mb="sm">{t('one.delete_help')}</Text>
        <Form method="post">
          <Button type="submit" name="intent" value="delete" color="red" variant="light">
            {t('one.delete_submit')}
          </Button>
        </Form>
      </details>
    </section>
  )
}
