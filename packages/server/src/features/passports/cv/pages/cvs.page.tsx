import { Button, Checkbox, Container, NativeSelect, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import { localesOf } from './cv-form.tsx'
import classes from './cvs.module.css'
import type { action, loader } from './cvs.server.ts'

export { action, loader } from '#features/passports/cv/pages/cvs.server.ts'
export const meta = titled

export default function MyCvs() {
  const { cvs } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('cv')
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <DoneNotice slice="cv" />
      <FormProblem result={result} slice="cv" />
      {cvs.length > 0 && (
        <ul className={classes.cvs} aria-label={t('list.title')}>
          {cvs.map((cv) => (
            <li key={cv.cvId} className={`surface ${classes.cv}`}>
              <div>
                <Title order={2} size="h3">
                  <Link to={`/me/cv/${cv.cvId}`}>{cv.title}</Link>
                </Title>
                {cv.headline && <Text>{cv.headline}</Text>}
                <Text size="sm" c="dimmed">
                  {t('list.about', { locale: t(`locales.${cv.locale}`), badges: cv.badges, date: cv.changedOn })}
                </Text>
              </div>
              <div className={classes.actions}>
                <Button component={Link} to={`/me/cv/${cv.cvId}/edit`} variant="default" aria-label={t('list.edit_one', { title: cv.title })}>
                  {t('list.edit')}
                </Button>
                <Button component="a" href={`/me/cv/${cv.cvId}/cv.pdf`} variant="default" aria-label={t('list.pdf_one', { title: cv.title })}>
                  {t('list.pdf')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Begin isFirst={cvs.length === 0} />
      <Record />
    </Container>
  )
}

function Begin({ isFirst }: { isFirst: boolean }) {
  const { locale } = useLoaderData<typeof loader>()
  const typed = typedValues(useActionData<typeof action>())
  const { t } = useTranslation('cv')
  const common = (id: string) => (
    <>
      <TextInput
        id={`title-${id}`}
        name="title"
        label={t('list.new.cv_title')}
        placeholder={t('list.new.cv_title_example')}
        defaultValue={typed['title']}
        maxLength={120}
        autoComplete="off"
      />
      <NativeSelect id={`locale-${id}`} name="locale" label={t('edit.locale')} defaultValue={typed['locale'] ?? locale} data={localesOf(t)} />
    </>
  )
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="new">
      <Title order={2} id="new">
        {t(isFirst ? 'list.new.first' : 'list.new.title')}
      </Title>
      <Text maw="44rem">{t('list.new.help')}</Text>
      <Form method="post" encType="multipart/form-data">
        <div className={classes.fields}>
          {common('new')}
          <Button type="submit" name="intent" value="new">
            {t('list.new.submit')}
          </Button>
        </div>
      </Form>
      <details className={classes.more} open={typed['intent'] === 'import'}>
        <summary>{t('list.import.title')}</summary>
        <Text mb="sm" maw="44rem">
          {t('list.import.help')}
        </Text>
        <Form method="post" encType="multipart/form-data">
          <div className={classes.fields}>
            <div>
              <label htmlFor="file" className={classes.label}>
                {t('list.import.file')}
              </label>
              <input id="file" name="file" type="file" accept=".json,application/json" className={classes.file} />
            </div>
            {common('import')}
            <Button type="submit" name="intent" value="import" variant="default">
              {t('list.import.submit')}
            </Button>
          </div>
        </Form>
      </details>
    </section>
  )
}

/** All badges in one signed file: a plain form, since it answers with a file and needs no script. */
function Record() {
  const { record } = useLoaderData<typeof loader>()
  const { t } = useTranslation('cv')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="record">
      <Title order={2} id="record">
        {t('record.title')}
      </Title>
      <Text maw="44rem">{t(record.inside > 0 ? 'record.help' : 'record.none', { count: record.inside })}</Text>
      {record.inside > 0 && (
        <form method="get" action="/me/clr.json" className={classes.record}>
          <Checkbox name="name" value="yes" label={t('record.with_name')} description={t('record.with_name_help')} />
          <Button type="submit" variant="default">
            {t('record.submit')}
          </Button>
        </form>
      )}
      {record.leftOut.length > 0 && (
        <details className={classes.more}>
          <summary>{t('record.left_out', { count: record.leftOut.length })}</summary>
          <ul className={classes.left}>
            {record.leftOut.map(({ badgeId, name, reason }) => (
              <li key={badgeId}>
                <strong>{name}</strong> : {t(`record.reasons.${reason}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
