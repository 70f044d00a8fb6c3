import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { newUuid } from '#web/new-uuid.ts'
import type { AddedFile } from '../add-file.ts'
import { MAX_BLOCKS, MAX_TITLE } from '../folio.schema.ts'
import { changeBlocks, type DraftBlock, readBlocks, type Values } from '../folio-form.schema.ts'
import { AddFile } from './add-file-field.tsx'
import { BlockFields } from './block-fields.tsx'
import classes from './composer.module.css'
import type { Choice } from './edit-folio.server.ts'

type File = Pick<AddedFile, 'fileId' | 'fileName' | 'isPhoto'>
type Props = {
  page: { folioId: string; files: readonly File[]; badges: readonly Choice[] }
  values: Values
  result: unknown
  onChange: () => void
  onSending: (isSending: boolean) => void
}
/** What the fields of a block need to know of the whole. */
export type Composing = {
  folioId: string
  files: ReadonlyMap<string, File>
  badges: readonly Choice[]
  picker: string
  q: string
  focus: string
  /** The first text: how to write one is said there, once. */
  helped: string | undefined
  errorOf: (id: string, field: string) => string | undefined
  act: (intent: string) => (event: MouseEvent<HTMLButtonElement>) => void
  open: (picker: string) => (event: MouseEvent<HTMLButtonElement>) => void
  setBadges: (id: string, badgeIds: string[]) => void
}

const ADDABLE = ['heading', 'text', 'badges', 'link'] as const

/** The page as fields, in its order. Every button submits the form, and acts in place where a script runs. */
export function Composer({ page, values: given, result, onChange, onSending }: Props) {
  const { t } = useTranslation('folios')
  // What another tab saves while this one is open does not come in unseen.
  const [values] = useState(given)
  const error = useFieldError(result, 'folios')
  const { blocks, setBlocks, picker, setPicker, act, said, focus } = useBlocks(values, onChange)
  const [sent, setSent] = useState<File[]>([])
  const idsWithMistakes = problemOf(result) ? readBlocks(typedValues(result)).map(({ id }) => id) : []
  const composing: Composing = {
    folioId: page.folioId,
    files: new Map([...page.files, ...sent].map((file) => [file.fileId, file])),
    badges: page.badges,
    picker,
    q: values['q'] ?? '',
    focus,
    helped: blocks.find(({ kind }) => kind === 'text')?.id,
    errorOf: (id, field) => error(`blocks.${idsWithMistakes.indexOf(id)}.${field}`),
    act,
    open: (id) => (event) => {
      event.preventDefault()
      setPicker(id)
    },
    setBadges: (id, badgeIds) => {
      onChange()
      setBlocks((all) => all.map((block) => (block.id === id && block.kind === 'badges' ? { ...block, badgeIds } : block)))
    },
  }
  const addFile = (file: File) => {
    setSent((all) => [...all, file])
    onChange()
    setBlocks((all) => [...all, { kind: 'file', id: newUuid(), fileId: file.fileId, caption: '', alt: '' }])
  }
  return (
    <Stack gap="lg">
      <input type="hidden" name="basedOn" value={values['basedOn'] ?? ''} />
      <input type="hidden" name="picker" value={picker} />
      <Stack gap="md" className={`surface ${classes.head}`}>
        <TextInput name="title" label={t('field.title')} defaultValue={values['title']} error={error('title')} required maxLength={MAX_TITLE} autoComplete="off" />
        <Textarea
          name="introduction"
          label={t('field.introduction')}
          description={t('field.introduction_help')}
          defaultValue={values['introduction']}
          error={error('introduction')}
          rows={2}
          maxLength={1000}
          classNames={{ input: classes.growing }}
        />
      </Stack>
      {blocks.length > 0 && (
        <ol id="blocks" className={classes.blocks} aria-label={t('field.blocks')}>
          {blocks.map((block, place) => (
            <BlockFrame key={block.id} block={block} place={place} count={blocks.length} composing={composing}>
              <BlockFields block={block} composing={composing} />
            </BlockFrame>
          ))}
        </ol>
      )}
      {error('blocks') && <p className={classes.mistake}>{error('blocks')}</p>}
      <p className={classes.unseen} role="status">
        {said}
      </p>
      {blocks.length < MAX_BLOCKS ? (
        <fieldset className={classes.add}>
          <legend>{t(blocks.length > 0 ? 'add.title' : 'add.first')}</legend>
          <div className={classes.buttons}>
            {ADDABLE.map((kind) => (
              <Button key={kind} type="submit" name="intent" value={`add:${kind}`} formAction="#added" variant="default" leftSection="+" onClick={act(`add:${kind}`)}>
                {t(`add.${kind}`)}
              </Button>
            ))}
          </div>
          <AddFile onAdded={addFile} onSending={onSending} />
        </fieldset>
      ) : (
        <p>{t('add.full', { max: MAX_BLOCKS })}</p>
      )}
    </Stack>
  )
}

type FrameProps = { block: DraftBlock; place: number; count: number; composing: Composing; children: React.ReactNode }

function BlockFrame({ block: { id, kind }, place, count, composing: { act, focus }, children }: FrameProps) {
  const { t } = useTranslation('folios')
  const named = { kind: t(`kind.${kind}`), place: place + 1 }
  const button = (verb: 'up' | 'down' | 'remove', sign: string, isDisabled = false) => (
    <button
      type="submit"
      name="intent"
      value={`${verb}:${id}`}
      formAction={verb === 'remove' ? '#blocks' : `#block-${id}`}
      disabled={isDisabled}
      className={classes.tool}
      aria-label={t(`block.${verb}`, named)}
      title={t(`block.${verb}_short`)}
      onClick={act(`${verb}:${id}`)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
  return (
    <li id={`block-${id}`} className={`surface ${classes.block}`}>
      {focus === id && <span id="added" />}
      <input type="hidden" name={`block.${id}`} value={kind} />
      <div className={classes.blockHead}>
        <span className={classes.kind}>{named.kind}</span>
        <span className={classes.tools}>
          {button('up', '↑', place === 0)}
          {button('down', '↓', place === count - 1)}
          {button('remove', '✕')}
        </span>
      </div>
      {children}
    </li>
  )
}

/** The blocks as they stand; what is typed in them stays in their fields, wherever they go. */
function useBlocks(values: Values, onChange: () => void) {
  const { t } = useTranslation('folios')
  const [blocks, setBlocks] = useState(() => readBlocks(values))
  const [picker, setPicker] = useState(values['picker'] ?? '')
  const [focus, setFocus] = useState(values['focus'] ?? '')
  const [said, setSaid] = useState('')
  const next = useRef<string[]>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the blocks stand in their new order
  useEffect(() => {
    for (const selector of next.current ?? []) {
      const element = document.querySelector<HTMLElement>(selector)
      if (!element) continue
      element.focus()
      element.scrollIntoView({ block: 'nearest' })
      break
    }
    next.current = undefined
  }, [blocks])
  const act = (intent: string) => (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault()
    const typed = Object.fromEntries([...new FormData(event.currentTarget.form!)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    const before = readBlocks(typed)
    const after = changeBlocks(intent, before, newUuid)
    if (!after) return
    const [verb = '', which = ''] = intent.split(':')
    const place = after.findIndex(({ id }) => id === which)
    const added = after.length > before.length ? after.at(-1) : undefined
    if (added) {
      setFocus(added.id)
      if (added.kind === 'badges') setPicker(added.id)
    }
    next.current = whereNext(verb, which, {
      added: added?.id,
      neighbour:
        after[
          Math.min(
            before.findIndex(({ id }) => id === which),
            after.length - 1,
          )
        ]?.id,
    })
    setSaid(
      added || place < 0
        ? t(added ? 'block.added' : 'block.removed', { kind: t(`kind.${(added ?? before.find(({ id }) => id === which))?.kind ?? 'text'}`) })
        : t('block.moved', { place: place + 1, count: after.length }),
    )
    onChange()
    setBlocks(after)
  }
  return { blocks, setBlocks, picker, setPicker, act, said, focus }
}

/** The keyboard goes on from what was just done: the new block, the same button, the block that took its place. */
function whereNext(verb: string, which: string, { added, neighbour }: { added: string | undefined; neighbour: string | undefined }): string[] {
  if (added) return [`#block-${added} :is(input:not([type="hidden"]), textarea)`]
  if (verb === 'remove') return [...(neighbour ? [`#block-${neighbour} :is(input:not([type="hidden"]), textarea, button:enabled)`] : []), '[value="add:heading"]']
  if (verb === 'up' || verb === 'down') return [`[value="${verb}:${which}"]:enabled`, `#block-${which} button:enabled`]
  return [`#block-${which.split('.')[0]} [data-chosen] button`]
}
