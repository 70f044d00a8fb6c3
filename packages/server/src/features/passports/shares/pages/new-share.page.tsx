import { Button, Container, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem, useFieldError } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import { type ShareEnd, type SharePurpose, shareEnds, sharePurposes } from '../share.schema.ts'
import { ChooseBadges } from './choose-badges.tsx'
import { FromFifteen } from './from-fifteen.tsx'
import type { action, loader, TypedShare } from './new-share.server.ts'
import classes from './shares.module.css'
import { ShownView } from './shown-view.tsx'

export { action, loader } from '#features/passports/shares/pages/new-share.server.ts'
export const meta = titled

type Result = ReturnType<typeof useActionData<typeof action>>

export default function NewShare() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('shares')
  const isEmpty = page.badges.length + page.folios.length + page.cvs.length === 0
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('new.title')} lead={page.isProtected ? undefined : t('new.lead')} back={{ to: '/me/shares', label: t('mine.title') }} />
      <FormProblem result={result} slice="shares" />
      {page.isProtected ? (
        <FromFifteen />
      ) : isEmpty ? (
        <EmptyState title={t('mine.no_badges.title')}>
          <Text>{t('mine.no_badges.sentence')}</Text>
        </EmptyState>
      ) : (
        <Choosing page={page} result={result} />
      )}
    </Container>
  )
}

function Choosing({ page, result }: { page: ReturnType<typeof useLoaderData<typeof loader>>; result: Result }) {
  const { t } = useTranslation('shares')
  const typed: TypedShare = result?.typed ?? page.start
  const error = useFieldError(result, 'shares')
  return (
    <Form method="post" action="/me/shares/new" className={classes.form}>
      {/* Enter in a field shows what would be seen; it never opens anything. */}
      <button type="submit" name="intent" value="preview" hidden tabIndex={-1} aria-hidden="true" />
      <What page={page} typed={typed} error={error('badgeIds')} />
      <Use purpose={typed.purpose} />
      <Until typed={typed} error={error('until')} />
      <TextInput
        name="label"
        label={t('new.label')}
        description={t('new.label_help')}
        defaultValue={typed.label}
        maxLength={120}
        error={error('label')}
        className={classes.label}
      />
      <Actions />
      {result && 'preview' in result && <Preview view={result.preview} />}
    </Form>
  )
}

function Actions() {
  const { t } = useTranslation('shares')
  return (
    <Group gap="sm">
      <Button type="submit" name="intent" value="preview" variant="default" formAction="/me/shares/new#preview">
        {t('new.preview')}
      </Button>
      <Button type="submit" name="intent" value="open">
        {t('new.open')}
      </Button>
    </Group>
  )
}

type WhatProps = { page: ReturnType<typeof useLoaderData<typeof loader>>; typed: TypedShare; error: string | undefined }

function What({ page, typed, error }: WhatProps) {
  const { t } = useTranslation('shares')
  const { badges, folios, cvs } = page
  const others = [
    ...folios.map(({ id, title }) => ({ value: `folio:${id}`, label: t('facts.folio', { title }) })),
    ...cvs.map(({ id, title }) => ({ value: `cv:${id}`, label: t('facts.cv', { title }) })),
  ]
  return (
    <fieldset className={classes.step}>
      <legend>{t('new.what')}</legend>
      {others.length === 0 ? (
        <input type="hidden" name="what" value="badges" />
      ) : (
        <div className={classes.radios}>
          {badges.length > 0 && <Choice name="what" value="badges" chosen={typed.what} label={t('new.what_badges')} />}
          {others.map(({ value, label }) => (
            <Choice key={value} name="what" value={value} chosen={typed.what} label={label} />
          ))}
        </div>
      )}
      {badges.length > 0 && (
        <div className={classes.whichBadges}>
          <ChooseBadges badges={badges} chosen={typed.badgeIds} q={typed.q} error={error} />
        </div>
      )}
    </fieldset>
  )
}

function Use({ purpose }: { purpose: SharePurpose }) {
  const { t } = useTranslation('shares')
  return (
    <fieldset className={classes.step}>
      <legend>{t('new.use')}</legend>
      <div className={classes.radios}>
        {sharePurposes.map((value) => (
          <Choice key={value} name="purpose" value={value} chosen={purpose} label={t(`purpose.${value}.name`)} help={t(`purpose.${value}.help`)} />
        ))}
      </div>
    </fieldset>
  )
}

function Until({ typed, error }: { typed: { end: ShareEnd; until: string }; error: string | undefined }) {
  const { t } = useTranslation('shares')
  return (
    <fieldset className={`${classes.step} ${classes.until}`}>
      <legend>{t('new.until')}</legend>
      <div className={classes.row}>
        {shareEnds.map((value) => (
          <Choice key={value} name="end" value={value} chosen={typed.end} label={t(`end.${value}`)} />
        ))}
      </div>
      <TextInput type="date" name="until" label={t('new.until_day')} defaultValue={typed.until} error={error} className={classes.day} />
    </fieldset>
  )
}

type ChoiceProps = { name: string; value: string; chosen: string; label: string; help?: string }

function Choice({ name, value, chosen, label, help }: ChoiceProps) {
  return (
    <label className={classes.choice}>
      <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
      <span>
        <span className={classes.choiceName}>{label}</span>
        {help && <span className={classes.help}>{help}</span>}
      </span>
    </label>
  )
}

function Preview({ view }: { view: Extract<NonNullable<Result>, { preview: unknown }>['preview'] }) {
  const { t } = useTranslation('shares')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (view) heading.current?.focus()
  }, [view])
  return (
    <section id="preview" aria-labelledby="preview-title" className={classes.preview}>
      <Title order={2} id="preview-title" ref={heading} tabIndex={-1}>
        {t('new.preview_title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('new.preview_help')}
      </Text>
      <div className={classes.previewed}>
        <ShownView view={view} order={3} />
      </div>
      <Stack mt="md" align="flex-start">
        <Button type="submit" name="intent" value="open">
          {t('new.open')}
        </Button>
      </Stack>
    </section>
  )
}
