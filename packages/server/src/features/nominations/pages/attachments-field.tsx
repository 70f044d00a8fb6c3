import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#web/components/attachments.module.css'
import { typedValues } from '#web/components/form-problem.tsx'
import { ACCEPTED_FILES, MAX_FILE_BYTES, MAX_FILES } from '../nominations.schema.ts'
import type { FormProblem, KeptUpload } from './uploads.ts'

const keptIn = (result: unknown): KeptUpload[] => (typeof result === 'object' && result !== null && 'uploads' in result ? ((result as FormProblem).uploads ?? []) : [])

/** Up to three photos or files, each with words for those who do not see it. What was already sent stays when the form comes back. */
export function AttachmentsField({ result }: { result: unknown }) {
  const { t } = useTranslation('nominations')
  const kept = keptIn(result)
  const typed = typedValues(result)
  const places = Array.from({ length: MAX_FILES - 1 }, (_, index) => index + 2)
  const slot = (place: number) => <Slot key={place} place={place} kept={kept.find((upload) => upload.place === place)} alt={typed[`alt${place}`]} />
  return (
    <fieldset className={classes.field}>
      <legend>{t('attachment.title')}</legend>
      <Text size="sm" c="dimmed" mb="sm">
        {t('attachment.help')}
      </Text>
      {slot(1)}
      <details className={classes.more} open={kept.some(({ place }) => place > 1)}>
        <summary>{t('attachment.more')}</summary>
        <Stack gap="lg">{places.map(slot)}</Stack>
      </details>
    </fieldset>
  )
}

function Slot({ place, kept, alt }: { place: number; kept: KeptUpload | undefined; alt: string | undefined }) {
  const { t } = useTranslation('nominations')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { preview, choose, forget } = usePreview(t('attachment.too_large'))
  const takePhoto = () => {
    input.current!.setAttribute('capture', 'environment')
    input.current!.click()
    input.current!.removeAttribute('capture')
  }
  const remove = () => {
    input.current!.value = ''
    input.current!.setCustomValidity('')
    forget()
    input.current!.focus()
  }
  return (
    <div className={classes.slot}>
      {kept && <Kept upload={kept} />}
      {preview && (
        <div className={classes.kept}>
          <img src={preview} alt="" />
          <Button variant="subtle" onClick={remove}>
            {t('attachment.remove_one', { place })}
          </Button>
        </div>
      )}
      <label htmlFor={id}>{t(kept ? 'attachment.instead' : 'attachment.choose', { place })}</label>
      <input id={id} ref={input} type="file" name={`file${place}`} accept={ACCEPTED_FILES} onChange={choose} />
      <Button variant="default" className={classes.camera} onClick={takePhoto}>
        {t('attachment.camera')}
      </Button>
      <TextInput name={`alt${place}`} label={t('attachment.alt', { place })} description={t('attachment.alt_help')} maxLength={300} defaultValue={alt} mt="xs" />
    </div>
  )
}

function Kept({ upload: { uploadId, fileName, isPhoto, place } }: { upload: KeptUpload }) {
  const { t } = useTranslation('nominations')
  return (
    <div className={classes.kept}>
      <input type="hidden" name={`upload${place}`} value={uploadId} />
      {isPhoto && <img src={`/attachments/${uploadId}?size=thumbnail`} alt="" />}
      <div>
        <Text size="sm">{t('attachment.kept', { name: fileName })}</Text>
        <Checkbox name={`remove${place}`} value="yes" label={t('attachment.remove')} mt={6} />
      </div>
    </div>
  )
}

/** Shows a chosen photo at once, and says before sending that a file is too large. */
function usePreview(tooLarge: string) {
  const [preview, setPreview] = useState<string>()
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview])
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0]
    currentTarget.setCustomValidity(file && file.size > MAX_FILE_BYTES ? tooLarge : '')
    currentTarget.reportValidity()
    setPreview(file?.type.startsWith('image/') ? URL.createObjectURL(file) : undefined)
  }
  return { preview, choose, forget: () => setPreview(undefined) }
}
