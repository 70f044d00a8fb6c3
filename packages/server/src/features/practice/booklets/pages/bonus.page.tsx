import { Button, Container, Group, Text, Textarea, Title } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ViewSwitch } from '#web/components/view-switch.tsx'
import { MAX_SENTENCE } from '../booklets.schema.ts'
import type { action, loader } from './bonus.server.ts'
import classes from './booklets.module.css'
import { CopyButton } from './copy-button.tsx'

export { action, loader } from '#features/practice/booklets/pages/bonus.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function BonusPage() {
  const { organization, can, here, period, periods, cohort, cohorts, lines } = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  const with_ = (asked: { period?: string; cohort?: string | null }) => {
    const chosen = { period: asked.period ?? period.periodId, cohort: asked.cohort === undefined ? cohort : asked.cohort }
    return new URLSearchParams({ period: chosen.period, ...(chosen.cohort && { cohort: chosen.cohort }) })
  }
  const page = `${here}/booklets/bonus`
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('bonus.title')} lead={t('bonus.lead')} back={{ to: `${here}/booklets`, label: t('class.title') }} />
      <ViewSwitch
        label={t('bonus.periods')}
        views={periods.map(({ periodId, name }) => ({ to: `${page}?${with_({ period: periodId })}`, label: name, isCurrent: periodId === period.periodId }))}
      />
      {cohorts.length > 1 && (
        <ViewSwitch
          label={t('class.cohorts')}
          views={[
            { to: `${page}?${with_({ cohort: null })}`, label: t('class.all'), isCurrent: cohort === null },
            ...cohorts.map((name) => ({ to: `${page}?${with_({ cohort: name })}`, label: name, isCurrent: cohort === name })),
          ]}
        />
      )}
      <DoneNotice slice="booklets" />
      <FormProblem result={useActionData<typeof action>()} slice="booklets" />
      {lines.length === 0 ? (
        <EmptyState
          title={t('bonus.none', { period: period.name })}
          actions={
            <Button component={Link} to={`${here}/lesson`}>
              {t('bonus.to_lesson')}
            </Button>
          }
        >
          {t('bonus.none_help')}
        </EmptyState>
      ) : (
        <>
          <Group mb="lg" gap="sm">
            <Button component="a" href={`${here}/bonus.csv?${with_({})}`} download variant="default">
              {t('bonus.csv')}
            </Button>
            <Button component="a" href={`${here}/bonus.txt?${with_({})}`} download variant="default">
              {t('bonus.txt')}
            </Button>
          </Group>
          <ul className={classes.list}>
            {lines.map((line) => (
              <Line key={`${line.personId} ${period.periodId} ${line.text}`} line={line} />
            ))}
          </ul>
        </>
      )}
    </Container>
  )
}

function Line({ line: { personId, name, className, badges, standing, text, isEdited } }: { line: ReturnType<typeof useLoaderData<typeof loader>>['lines'][number] }) {
  const { period, cohort } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const typed = typedValues(result)
  const isTyped = typed.personId === personId
  const error = useFieldError(result, 'booklets')
  const { t } = useTranslation('booklets')
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <li className={`surface ${classes.line}`} id={`bonus-${personId}`}>
      <div>
        <Title order={2} size="h3">
          {name}
        </Title>
        <Text c="dimmed" size="sm">
          {[className, ...(standing ? [standing] : [])].join(' · ')}
        </Text>
      </div>
      <ul className={classes.passed}>
        {badges.map((badge) => (
          <li key={badge}>{badge}</li>
        ))}
      </ul>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="personId" value={personId} />
        <input type="hidden" name="periodId" value={period.periodId} />
        {cohort && <input type="hidden" name="cohort" value={cohort} />}
        <Textarea
          ref={field}
          name="text"
          label={t('bonus.text', { name })}
          description={t(isEdited ? 'bonus.edited' : 'bonus.is_prepared')}
          defaultValue={isTyped ? typed.text : text}
          error={isTyped ? error('text') : undefined}
          maxLength={MAX_SENTENCE}
          autosize
          minRows={3}
        />
        <Group mt="sm" gap="sm">
          <CopyButton field={field} name={name} />
          <Button type="submit" name="intent" value="save" variant="default">
            {t('bonus.save')}
          </Button>
          {isEdited && (
            <Button type="submit" name="intent" value="reset" variant="subtle">
              {t('bonus.reset')}
            </Button>
          )}
        </Group>
      </Form>
    </li>
  )
}
