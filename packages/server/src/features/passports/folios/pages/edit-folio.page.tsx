import { Button, Container, Text } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useBeforeUnload, useBlocker, useLoaderData, useNavigation, useSearchParams } from 'react-router'
import { FormProblem, problemOf } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import type { Values } from '../folio-form.schema.ts'
import classes from './composer.module.css'
import { Composer } from './composer.tsx'
import type { action, loader } from './edit-folio.server.ts'

export { action, loader } from '#features/passports/folios/pages/edit-folio.server.ts'
export const meta = titled

export default function EditFolio() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { t } = useTranslation('folios')
  const [isSending, setSending] = useState(false)
  const reshown = result && 'values' in result ? (result.values as Values) : undefined
  const isPlain = reshown !== undefined && problemOf(result) === undefined
  // What was saved, or changed without a script, is a new beginning; after a refusal the fields stay as they were typed.
  const beginning = isPlain ? JSON.stringify(reshown) : (search.get('at') ?? '')
  const { isDirty, setDirty } = useUnsaved(beginning, t('edit.leave'))
  const wait = (event: FormEvent) => {
    if (isSending) event.preventDefault()
    else setDirty(false)
  }
  useFirstMistake(result)
  useEffect(() => {
    if (problemOf(result)) setDirty(true)
  }, [result, setDirty])
  return (
    <Container size="md">
      <PageHeader title={t('edit.title')} lead={t('edit.lead')} back={{ to: '/me/folios', label: t('edit.back') }} />
      {!isConflict(result) && <FormProblem result={result} slice="folios" />}
      <Form method="post" encType="multipart/form-data" noValidate preventScrollReset onInput={() => setDirty(true)} onSubmit={wait}>
        {/* The Enter key in any field saves. */}
        <button type="submit" name="intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
        {isConflict(result) && <Conflict folioId={page.folioId} />}
        <Composer key={beginning} page={page} values={reshown ?? page.values} result={result} onChange={() => setDirty(true)} onSending={setSending} />
        <SaveBar isDirty={isDirty} isSending={isSending} />
      </Form>
      <Delete />
    </Container>
  )
}

const isConflict = (result: unknown): boolean => problemOf(result)?.code === 'folio_changed'

/** Another tab saved first: nothing is lost on either side, and whoever writes decides. */
function Conflict({ folioId }: { folioId: string }) {
  const { t } = useTranslation('folios')
  const result = useActionData<typeof action>()
  const { changedAt, when } = problemOf(result)!.detail as { changedAt: string; when: string }
  return (
    <Notice kind="problem" title={t('conflict.title')} mb="lg">
      <Text mb="sm">{t('conflict.told', { when })}</Text>
      <input type="hidden" name="seen" value={changedAt} />
      <div className={classes.buttons}>
        <Button type="submit" name="intent" value="keep-both">
          {t('conflict.keep_both')}
        </Button>
        <Button type="submit" name="intent" value="save-over" variant="default">
          {t('conflict.save_over')}
        </Button>
        <Button component="a" href={`/me/folios/${folioId}`} target="_blank" variant="subtle">
          {t('conflict.look')}
        </Button>
      </div>
    </Notice>
  )
}

/** Always in reach, whatever the length of the page. */
function SaveBar({ isDirty, isSending }: { isDirty: boolean; isSending: boolean }) {
  const { t, i18n } = useTranslation('folios')
  const [search] = useSearchParams()
  const isBusy = useNavigation().state !== 'idle' || isSending
  const done = `folios:done.${search.get('done')}`
  return (
    <div className={classes.save}>
      <div className={classes.buttons}>
        <Button type="submit" name="intent" value="save" aria-disabled={isBusy}>
          {t('edit.save')}
        </Button>
        <Button type="submit" name="intent" value="preview" variant="default" aria-disabled={isBusy}>
          {t('edit.preview')}
        </Button>
      </div>
      <p role="status">{isSending ? t('file.sending') : isDirty ? t('edit.unsaved') : i18n.exists(done) ? t(done) : ''}</p>
    </div>
  )
}

function Delete() {
  const { t } = useTranslation('folios')
  return (
    <details className={classes.delete}>
      <summary>{t('edit.delete')}</summary>
      <Text mb="sm">{t('edit.delete_help')}</Text>
      <Form method="post" encType="multipart/form-data">
        <Button type="submit" name="intent" value="delete" color="red" variant="light">
          {t('edit.delete_submit')}
        </Button>
      </Form>
    </details>
  )
}

/** Whether something was typed since the last saving; whoever leaves then is asked. */
function useUnsaved(beginning: string, question: string) {
  const [isDirty, setDirty] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what begins anew is clean
  useEffect(() => setDirty(false), [beginning])
  useBeforeUnload((event) => {
    if (isDirty) event.preventDefault()
  })
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (window.confirm(question)) blocker.proceed()
    else blocker.reset()
  }, [blocker, question])
  return { isDirty, setDirty }
}

/** After a refusal the keyboard is where there is something to do. */
function useFirstMistake(result: unknown): void {
  useEffect(() => {
    if (!problemOf(result)) return
    const mistake = document.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (mistake) mistake.focus()
    else document.querySelector('main [role="alert"]')?.scrollIntoView({ block: 'center' })
  }, [result])
}
