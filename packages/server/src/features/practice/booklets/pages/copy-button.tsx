import { Button, VisuallyHidden } from '@mantine/core'
import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Copies what the field holds at this moment. Without a script there is no button, and the field can be selected. */
export function CopyButton({ field, name }: { field: RefObject<HTMLTextAreaElement | null>; name: string }) {
  const { t } = useTranslation('booklets')
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => setCanCopy(true), [])
  if (!canCopy) return null
  const copy = async () => {
    field.current?.select()
    // Where the clipboard is closed to pages, what is selected is one key away.
    await navigator.clipboard?.writeText(field.current?.value ?? '').then(
      () => setIsCopied(true),
      () => undefined,
    )
  }
  return (
    <>
      <Button type="button" onClick={copy} aria-label={t('bonus.copy_named', { name })}>
        {t(isCopied ? 'bonus.copied' : 'bonus.copy')}
      </Button>
      <VisuallyHidden role="status">{isCopied ? t('bonus.copied_named', { name }) : ''}</VisuallyHidden>
    </>
  )
}
