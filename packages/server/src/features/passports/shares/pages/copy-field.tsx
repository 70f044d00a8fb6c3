import { Button, Textarea, TextInput, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './shares.module.css'

type Props = { label: string; description?: string; value: string; rows?: number }

/** Something to take away. Without a script there is no button, and the field can be selected. */
export function CopyField({ label, description, value, rows }: Props) {
  const { t } = useTranslation('shares')
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => setCanCopy(true), [])
  const copy = async () => {
    field.current?.select()
    // Where the clipboard is closed to pages, what is selected is one key away.
    await navigator.clipboard?.writeText(value).then(
      () => setIsCopied(true),
      () => undefined,
    )
  }
  const shared = { label, description, value, readOnly: true, ref: field, spellCheck: false, onFocus: () => field.current?.select(), className: classes.field }
  return (
    <div className={classes.copy}>
      {rows ? <Textarea {...shared} rows={rows} /> : <TextInput {...shared} />}
      {canCopy && (
        <Button type="button" onClick={copy} aria-label={`${t('copy')} : ${label}`}>
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
      )}
      <VisuallyHidden role="status">{isCopied ? t('copied') : ''}</VisuallyHidden>
    </div>
  )
}
