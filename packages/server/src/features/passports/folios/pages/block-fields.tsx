import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MAX_TEXT, MAX_TITLE } from '../folio.schema.ts'
import type { DraftBlock } from '../folio-form.schema.ts'
import { BadgesFields } from './badges-fields.tsx'
import classes from './composer.module.css'
import type { Composing } from './composer.tsx'

type Of<Kind extends DraftBlock['kind']> = Extract<DraftBlock, { kind: Kind }>
type Props<Kind extends DraftBlock['kind']> = { block: Of<Kind>; composing: Composing }

export function BlockFields({ block, composing }: { block: DraftBlock; composing: Composing }) {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} composing={composing} />
    case 'text':
      return <Text block={block} composing={composing} />
    case 'badges':
      return <BadgesFields block={block} composing={composing} />
    case 'file':
      return <File block={block} composing={composing} />
    case 'link':
      return <WebLink block={block} composing={composing} />
  }
}

function Heading({ block: { id, text }, composing: { errorOf, focus } }: Props<'heading'>) {
  const { t } = useTranslation('folios')
  return (
    <TextInput name={`text.${id}`} label={t('field.heading')} defaultValue={text} error={errorOf(id, 'text')} maxLength={MAX_TITLE} autoComplete="off" autoFocus={focus === id} />
  )
}

function Text({ block: { id, markdown, hint }, composing: { errorOf, focus, helped } }: Props<'text'>) {
  const { t } = useTranslation('folios')
  return (
    <>
      {hint && <input type="hidden" name={`hint.${id}`} value={hint} />}
      <Textarea
        name={`markdown.${id}`}
        label={hint ? t(`hint.${hint}`) : t('field.text')}
        description={helped === id ? t('field.text_help') : undefined}
        defaultValue={markdown}
        error={errorOf(id, 'markdown')}
        rows={5}
        maxLength={MAX_TEXT}
        autoFocus={focus === id}
        classNames={{ input: classes.growing }}
      />
    </>
  )
}

function File({ block: { id, fileId, caption, alt }, composing: { errorOf, files, folioId } }: Props<'file'>) {
  const { t } = useTranslation('folios')
  const file = files.get(fileId)
  const address = `/me/folios/${folioId}/files/${fileId}`
  return (
    <div className={classes.file}>
      <input type="hidden" name={`file.${id}`} value={fileId} />
      {file?.isPhoto ? (
        <img src={`${address}?size=thumbnail`} alt="" className={classes.thumbnail} />
      ) : (
        <a href={address} download={file?.fileName}>
          {file?.fileName ?? t('file.gone')}
        </a>
      )}
      <div className={classes.fileWords}>
        {file?.isPhoto && <TextInput name={`alt.${id}`} label={t('field.alt')} description={t('field.alt_help')} defaultValue={alt} maxLength={500} autoComplete="off" />}
        <TextInput
          name={`caption.${id}`}
          label={t(file?.isPhoto ? 'field.caption' : 'field.file_title')}
          defaultValue={caption}
          error={errorOf(id, 'caption')}
          maxLength={300}
          autoComplete="off"
        />
      </div>
    </div>
  )
}

function WebLink({ block: { id, address, title, note }, composing: { errorOf, focus } }: Props<'link'>) {
  const { t } = useTranslation('folios')
  return (
    <div className={classes.stack}>
      <TextInput
        name={`address.${id}`}
        type="url"
        label={t('field.address')}
        description={t('field.address_help')}
        placeholder="https://"
        defaultValue={address}
        error={errorOf(id, 'address')}
        maxLength={2000}
        autoComplete="off"
        autoFocus={focus === id}
      />
      <TextInput name={`linkTitle.${id}`} label={t('field.link_title')} defaultValue={title} error={errorOf(id, 'title')} maxLength={200} autoComplete="off" />
      <Textarea name={`note.${id}`} label={t('field.note')} defaultValue={note} error={errorOf(id, 'note')} rows={2} maxLength={500} classNames={{ input: classes.growing }} />
    </div>
  )
}
