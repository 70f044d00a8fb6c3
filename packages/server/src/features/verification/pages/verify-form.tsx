import { Button, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { FormProblem, problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { QrScanner } from '#web/components/qr-scanner.tsx'
import classes from './verify.module.css'
import { MissingNotice, type VerificationHere } from './verify-here.tsx'

/** One plain form: a file, or an address or a text. Scripts add the camera, and a place to drop that is as large as the form. */
export function VerifyForm({ result, here }: { result: unknown; here: VerificationHere }) {
  const { t } = useTranslation('verification')
  const form = useRef<HTMLFormElement>(null)
  const { isBusy } = here
  const missing = here.result && 'missing' in here.result ? here.result.missing : undefined
  const { isOver, ...drop } = useDrop(form, here.prepare)
  useEffect(() => {
    if (here.isAgain) named(form.current, 'file').focus()
  }, [here.isAgain])
  const typed = typedValues(result)
  const fieldError = useFieldError(result, 'verification')
  /** One thing at a time: what is given last is what is verified. */
  const forget = (name: 'file' | 'text') => {
    named(form.current, name).value = ''
  }
  const scanned = (text: string) => {
    forget('file')
    named(form.current, 'text').value = text
    here.prepare()
    form.current?.requestSubmit()
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Problem result={result} />
      <Form
        method="post"
        action="/verify"
        encType="multipart/form-data"
        ref={form}
        className={`surface ${classes.form}`}
        data-over={isOver || undefined}
        onChange={here.prepare}
        onSubmit={here.onSubmit}
        {...drop}
      >
        <div className={classes.ways}>
          <section className={classes.way}>
            <Title order={2} size="h3">
              {t('form.file_title')}
            </Title>
            <div className={classes.drop}>
              <label htmlFor="file">{t('form.file_label')}</label>
              <input
                id="file"
                name="file"
                type="file"
                accept=".png,.svg,.json,.jsonld,.jwt,.jws,.txt,image/png,image/svg+xml,application/json"
                aria-describedby="file-hint"
                onChange={() => forget('text')}
              />
            </div>
            <Text size="sm" c="dimmed" id="file-hint">
              {t('form.file_hint')}
            </Text>
          </section>
          <div className={classes.or}>
            <span>{t('form.or')}</span>
          </div>
          <section className={classes.way}>
            <Title order={2} size="h3">
              {t('form.text_title')}
            </Title>
            <Textarea
              name="text"
              label={t('form.text_label')}
              description={t('form.text_hint')}
              inputWrapperOrder={['label', 'input', 'description']}
              defaultValue={typed.text}
              rows={3}
              spellCheck={false}
              autoCapitalize="off"
              onInput={() => forget('file')}
              error={fieldError('text')}
            />
            <QrScanner onFound={scanned} />
          </section>
        </div>
        <details className={classes.recipient} open={Boolean(typed.recipient) || undefined}>
          <summary>{t('form.recipient_summary')}</summary>
          <TextInput
            name="recipient"
            type="email"
            inputMode="email"
            autoComplete="off"
            label={t('form.recipient_label')}
            description={t('form.recipient_hint')}
            defaultValue={typed.recipient}
            error={fieldError('recipient')}
            maw="28rem"
          />
        </details>
        {missing && <MissingNotice missing={missing} hasRecipient={named(form.current, 'recipient').value !== ''} />}
        <Button type="submit" size="lg" className={classes.submit} aria-disabled={isBusy} onClick={(event) => isBusy && event.preventDefault()}>
          {isBusy ? t('form.submitting') : t(missing ? 'here.send' : 'form.submit')}
        </Button>
      </Form>
    </>
  )
}

/** What was given is no badge: says what it is instead, and what to bring. */
function Problem({ result }: { result: unknown }) {
  const { t } = useTranslation('verification')
  const problem = problemOf(result)
  if (problem?.code !== 'not_a_badge') return <FormProblem result={result} slice="verification" />
  return (
    <Notice kind="problem" title={t('errors.not_a_badge')} mb="md">
      <Stack gap={4}>{t(`found.${problem.detail?.found}`)}</Stack>
    </Notice>
  )
}

/** A file dropped anywhere on the form is verified, instead of taking the browser away from the page. */
function useDrop(form: React.RefObject<HTMLFormElement | null>, prepare: () => void) {
  const [isOver, setOver] = useState(false)
  const over = (isOn: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(isOn)
  }
  const onDrop = (event: DragEvent) => {
    over(false)(event)
    const input = named(form.current, 'file') as HTMLInputElement
    if (event.dataTransfer.files.length === 0) return
    input.files = event.dataTransfer.files
    named(form.current, 'text').value = ''
    input.focus()
    prepare()
    form.current?.requestSubmit()
  }
  return { isOver, onDragEnter: over(true), onDragOver: over(true), onDragLeave: over(false), onDrop }
}

const named = (form: HTMLFormElement | null, name: string) => form?.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement
