import { Button } from '@mantine/core'
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import type { AddedFile } from '../add-file.ts'
import { ACCEPTED_FILES, MAX_FILE_BYTES } from '../folio.schema.ts'
import classes from './composer.module.css'
import type { action } from './edit-folio.server.ts'

type Props = { onAdded: (file: AddedFile) => void; onSending: (isSending: boolean) => void }

/** One photo or file: sent as soon as it is chosen, or with the form where no script runs. */
export function AddFile({ onAdded, onSending }: Props) {
  const { t } = useTranslation('folios')
  const id = useId()
  const { send, result, tooLarge } = useSending({ onAdded, onSending })
  return (
    <div className={classes.addFile}>
      <label htmlFor={id}>{t('add.file')}</label>
      <p id={`${id}-help`}>{t('add.file_help', { max: MAX_FILE_BYTES / 1024 / 1024 })}</p>
      <div className={classes.buttons}>
        <input id={id} type="file" name="upload" accept={ACCEPTED_FILES} aria-describedby={`${id}-help`} onChange={send} />
        <Button type="submit" name="intent" value="add-file" formAction="#added" variant="default" className={classes.plainOnly}>
          {t('add.file_submit')}
        </Button>
      </div>
      <FormProblem result={tooLarge ?? result} slice="folios" />
    </div>
  )
}

function useSending({ onAdded, onSending }: Props) {
  const fetcher = useFetcher<typeof action>()
  const [tooLarge, setTooLarge] = useState<unknown>()
  const taken = useRef<unknown>(undefined)
  const isSending = fetcher.state !== 'idle'
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it begins and ends
  useEffect(() => onSending(isSending), [isSending])
  useEffect(() => {
    const { data } = fetcher
    if (!data || data === taken.current) return
    taken.current = data
    if ('added' in data && data.added) onAdded(data.added)
  })
  const send = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0]
    if (!file) return
    const isTooLarge = file.size > MAX_FILE_BYTES
    setTooLarge(isTooLarge ? { problem: { code: 'file_too_large', detail: { name: file.name, max: MAX_FILE_BYTES / 1024 / 1024 } }, values: {} } : undefined)
    if (!isTooLarge) {
      const form = new FormData()
      form.append('intent', 'add-file')
      form.append('upload', file)
      void fetcher.submit(form, { method: 'post', encType: 'multipart/form-data' })
    }
    currentTarget.value = ''
  }
  return { send, result: fetcher.data, tooLarge }
}
