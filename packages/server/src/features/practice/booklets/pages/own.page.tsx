import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { BookletView } from './booklet-view.tsx'
import classes from './booklets.module.css'
import type { action, loader } from './own.server.ts'

export { action, loader } from '#features/practice/booklets/pages/own.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function OwnBooklet() {
  const { booklet, isFormer } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('booklets')
  const error = useFieldError(result, 'booklets')
  const typed = typedValues(result)
  const here = `/me/practice/${booklet.programmeId}`
  return (
    <Container size="lg">
      <PageHeader
        title={t('own.title')}
        lead={t(isFormer ? 'own.lead_former' : 'own.lead', { programme: booklet.programme, organization: booklet.organization, year: booklet.schoolYear })}
        back={isFormer ? { to: '/me/practice/booklets', label: t('list.title') } : { to: here, label: booklet.programme }}
        actions={
          <Button component="a" href={`${here}/booklet.pdf`} download variant="default">
            {t('own.print')}
          </Button>
        }
      />
      <DoneNotice slice="booklets" />
      <FormProblem result={result} slice="booklets" />
      <Stack gap="xl">
        {isFormer ? (
          <BookletView booklet={booklet} />
        ) : (
          <Form method="post">
            <Stack gap="xl">
              <Notice kind="info">{t('write.help')}</Notice>
              <BookletView booklet={booklet} writing={{ typed: (name) => typed[name], error }} opensResources />
              <div className={`surface ${classes.save}`}>
                <Text size="sm">{t('write.who_reads')}</Text>
                <Button type="submit" name="intent" value="write">
                  {t('write.submit')}
                </Button>
              </div>
            </Stack>
          </Form>
        )}
        <Sharing />
        {!isFormer && (
          <div>
            <Link to="/me/practice/booklets" className={classes.tappable}>
              {t('list.all')}
            </Link>
          </div>
        )}
      </Stack>
    </Container>
  )
}

/** To whom else it is shown: one switch a school, or what the family said. */
function Sharing() {
  const { sharing, booklet } = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="sharing">
      <Title order={2} id="sharing" mb="xs">
        {t('share.title')}
      </Title>
      {sharing.decider === 'family' ? (
        <Text>
          {sharing.names.length === 0
            ? t('share.family_later', { organization: booklet.organization })
            : t(sharing.isAgreed ? 'share.family_agrees' : 'share.family_silent', { names: sharing.names.join(', ') })}
        </Text>
      ) : sharing.choices.length === 0 ? (
        <Text>{t('share.later', { organization: booklet.organization })}</Text>
      ) : (
        <Form method="post">
          <Text mb="xs">{t('share.lead')}</Text>
          <ul className={classes.lines}>
            {sharing.choices.map(({ organizationId, name, openedOn }) => (
              <li key={organizationId} className={classes.row}>
                <span className={classes.tick}>{t(openedOn ? 'share.is_shown' : 'share.is_hidden', { name, date: openedOn ?? '' })}</span>
                <Button type="submit" name="intent" value={`${openedOn ? 'hide' : 'show'}:${organizationId}`} variant={openedOn ? 'default' : 'filled'} mih="2.75rem">
                  {t(openedOn ? 'share.hide' : 'share.show', { name })}
                </Button>
              </li>
            ))}
          </ul>
        </Form>
      )}
    </section>
  )
}
